import type { StopAnswer } from '@accord/contracts/internal/stops';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';

/** 200 once nothing is under way any more; until then 202, and where to ask again. */
@Injectable()
export class StopStatus implements NestInterceptor<StopAnswer, StopAnswer> {
  intercept(context: ExecutionContext, next: CallHandler<StopAnswer>): Observable<StopAnswer> {
    return next.handle().pipe(
      map((answer) => {
        const response = context.switchToHttp().getResponse<Response>();
        response.status(answer.state === 'stopped' ? 200 : 202).set('cache-control', 'no-store');
        if (answer.state === 'stopping') response.location(answer.status);
        return answer;
      }),
    );
  }
}
