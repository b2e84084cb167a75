import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';

import type { StopView } from './answers.js';

/** 200 once nothing is under way any more; until then 202, and where to ask again. */
@Injectable()
export class StopStatus implements NestInterceptor<StopView, StopView> {
  intercept(context: ExecutionContext, next: CallHandler<StopView>): Observable<StopView> {
    return next.handle().pipe(
      map((view) => {
        const response = context.switchToHttp().getResponse<Response>();
        response.status(view.state === 'stopped' ? 200 : 202).set('cache-control', 'no-store');
        if (view.state === 'stopping') response.location(view.status);
        return view;
      }),
    );
  }
}
