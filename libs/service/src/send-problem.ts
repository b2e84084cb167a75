import type { ServerResponse } from 'node:http';

import type { Problem } from './problem.js';
import { activeTrace } from './trace-context.js';

const problems = new WeakMap<ServerResponse, Problem>();

/** The problem a request was answered with, for its log line. */
export const problemOf = (response: ServerResponse): Problem | undefined => problems.get(response);

/** Answers with a problem document. Where the answer has begun, the connection is cut: a half answer must not look whole. */
export function sendProblem(response: ServerResponse, problem: Problem): void {
  problems.set(response, problem);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const trace = activeTrace();
  const body = JSON.stringify(
    problem.toDocument(trace === undefined ? undefined : `urn:accord:trace:${trace.traceId}`),
  );
  response.statusCode = problem.status;
  response.setHeader('content-type', 'application/problem+json; charset=utf-8');
  response.setHeader('cache-control', 'no-store');
  for (const [name, value] of Object.entries(problem.headers)) response.setHeader(name, value);
  response.end(body);
}
