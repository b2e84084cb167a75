import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { throwError } from 'rxjs';

import { type Log } from './logging.js';
import { Problem, type ProblemCode } from './problem.js';
import { sendProblem } from './send-problem.js';

const codesByStatus: Partial<Record<number, ProblemCode>> = {
  400: 'invalid-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'route-not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  409: 'conflict',
  410: 'gone',
  412: 'precondition-failed',
  413: 'payload-too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  503: 'unavailable',
};

/** Every answer that is not a success is a problem document (RFC 9457); what is our fault tells nothing of the inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): unknown {
    // Event handlers decide by the error itself between a retry and a dead letter.
    if (host.getType() !== 'http') return throwError(() => error);
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<Request>(), http.getResponse<Response>());
    return undefined;
  }

  answer(error: unknown, request: Request, response: Response): void {
    const problem = problemFrom(error, request);
    if (problem.status >= 500) this.log.error('http.failed', error, { method: request.method, code: problem.code });
    sendProblem(response, problem);
  }
}

/** What the caller is told of an error. */
export function problemFrom(error: unknown, request: Pick<Request, 'method' | 'path'>): Problem {
  if (error instanceof Problem) return error;
  if (isUnstorableText(error)) {
    return new Problem('unstorable-text', 'A text holds a NUL or another character that cannot be stored: remove it.');
  }
  const status = statusOf(error);
  const code = status === undefined ? undefined : codesByStatus[status];
  if (code === undefined) return new Problem('internal-error', 'Something went wrong on our side; it was recorded.');
  return code === 'route-not-found'
    ? new Problem(code, `There is no ${request.method} ${request.path}; the routes are listed at /docs.`)
    : new Problem(code, 'The request was refused.');
}

const statusOf = (error: unknown): number | undefined => {
  if (error instanceof HttpException) return error.getStatus();
  // Errors of express and its helpers carry a status that is meant for the client only below 500.
  const status: unknown = error instanceof Error ? Reflect.get(error, 'status') : undefined;
  return typeof status === 'number' && status < 500 ? status : undefined;
};

/** SQLSTATE 22021 (character not in repertoire) and 22P05 (untranslatable character): the caller's text, not our fault. */
function isUnstorableText(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const driver: unknown = Reflect.get(error, 'driverError') ?? error;
  const code: unknown = typeof driver === 'object' && driver !== null ? Reflect.get(driver, 'code') : undefined;
  return code === '22021' || code === '22P05';
}
