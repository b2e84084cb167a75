import type { NextFunction, Request, RequestHandler, Response } from 'express';

import { callerOf } from './access.js';
import type { Log } from './logging.js';
import type { Metrics } from './metrics.js';
import { problemOf } from './send-problem.js';
import { activeTrace, parseTraceparent, runInTrace } from './trace-context.js';

const routes = new WeakMap<Response, string>();

/** Names the route of an answer that no express route gives, for metrics and logs: a pattern, never an address. */
export const setRoute = (response: Response, route: string): void => void routes.set(response, route);

/** Wraps every request: its trace, its one log line, its place in the metrics. */
export function requestScope(log: Log, metrics: Metrics): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    const started = performance.now();
    runInTrace(parseTraceparent(request.headers.traceparent?.toString()), () => {
      metrics.inFlight.inc();
      const requestId = activeTrace()?.traceId;
      if (requestId !== undefined) response.setHeader('x-request-id', requestId);
      response.once('close', () => {
        metrics.inFlight.dec();
        record(request, response, performance.now() - started, { log, metrics });
      });
      next();
    });
  };
}

function record(request: Request, response: Response, ms: number, to: { log: Log; metrics: Metrics }): void {
  const route = routeOf(request, response);
  const status = response.writableFinished ? response.statusCode : 499;
  to.metrics.requestDone({ method: request.method, route, status }, ms / 1_000);
  const caller = callerOf(request);
  const fields = {
    method: request.method,
    route,
    status,
    ms: Math.round(ms * 10) / 10,
    ...(caller.subject !== undefined && { role: caller.subject.role, subject: loggable(caller.subject) }),
    ...(caller.service !== undefined && { caller: caller.service }),
    ...(problemOf(response) !== undefined && { code: problemOf(response)?.code }),
  };
  if (isProbe(route)) to.log.debug('http.request', fields);
  else to.log.info('http.request', fields);
}

/** A job seeker's id stands for a person: it stays out of logs. */
const loggable = (subject: { id: string; role: string }): string | undefined =>
  subject.role === 'jobseeker' ? undefined : subject.id;

function routeOf(request: Request, response: Response): string {
  const named = routes.get(response);
  if (named !== undefined) return named;
  const matched: unknown = Reflect.get(Object(request.route), 'path');
  return typeof matched === 'string' ? matched : 'unmatched';
}

const isProbe = (route: string): boolean => route.startsWith('/health/') || route === '/metrics';
