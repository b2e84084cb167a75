import { Catch, type RpcExceptionFilter } from '@nestjs/common';
import { type Observable, throwError } from 'rxjs';

/**
 * Hands a handler's error to the transport as it was thrown. Without it Nest replaces it by `Internal server error`: a
 * database's failure and a broken event would look alike, and the reason be lost. Bound to each handler by `@OnEvent`, so
 * that no filter of the application (a method's filter comes first) stands before it.
 */
@Catch()
export class RethrowFilter implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}
