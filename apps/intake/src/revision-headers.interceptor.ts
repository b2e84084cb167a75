import { etagOf } from '@accord/service/headers';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';

import type { OfferAccepted, OfferView } from './answers.js';

/**
 * The revision an answer is about as its ETag, for the next If-Match. States come and go without another ETag, so nothing is
 * ever answered 304.
 */
@Injectable()
export class RevisionHeaders implements NestInterceptor<OfferAccepted | OfferView, OfferAccepted | OfferView> {
  intercept(
    context: ExecutionContext,
    next: CallHandler<OfferAccepted | OfferView>,
  ): Observable<OfferAccepted | OfferView> {
    const http = context.switchToHttp();
    http.getRequest<Request>().headers['if-none-match'] = undefined;
    return next.handle().pipe(
      map((answer) => {
        const response = http.getResponse<Response>();
        response.set({ etag: etagOf(answer.revision), 'cache-control': 'no-store' });
        if (response.statusCode === 201) response.location(`/v1/offers/${answer.id}`);
        return answer;
      }),
    );
  }
}
