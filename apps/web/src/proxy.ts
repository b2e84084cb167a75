import { Agent, type IncomingMessage, ServerResponse } from 'node:http';

import { FRONT_DOOR_HEADER } from '@accord/service/front-door';
import type { Log } from '@accord/service/logging';
import { Problem } from '@accord/service/problem';
import { sendProblem } from '@accord/service/send-problem';
import { activeTraceparent } from '@accord/service/trace-context';
import type { RequestHandler } from 'express';
import { createProxyMiddleware } from 'http-proxy-middleware';

import { serviceOf } from './domain/routes.js';
import { upstreamsOf } from './upstreams.js';
import type { WebConfig } from './web.config.js';

/** Headers that say where a request comes from: only ours are true. */
const CLAIMS = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  FRONT_DOOR_HEADER,
];
const pathOf = (url = '/'): string => url.split('?', 1)[0] ?? '/';

/** Hands a request on to the service of its path, streaming both ways; what has no service goes on. */
export function proxy(config: WebConfig, log: Log): { readonly handler: RequestHandler; close(): void } {
  const upstreams = upstreamsOf(config);
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  const forward = createProxyMiddleware<IncomingMessage, ServerResponse>({
    agent,
    router: (request) => upstreams[serviceOf(pathOf(request.url)) ?? 'portal'],
    proxyTimeout: config.PROXY_TIMEOUT_MS,
    timeout: config.PROXY_TIMEOUT_MS,
    on: {
      proxyReq: (outgoing, request) => {
        outgoing.setHeader('x-forwarded-for', request.socket.remoteAddress ?? 'unknown');
        outgoing.setHeader(FRONT_DOOR_HEADER, config.SERVICE_TOKEN.reveal());
        const traceparent = activeTraceparent();
        if (traceparent !== undefined) outgoing.setHeader('traceparent', traceparent);
      },
      error: (error, request, response) => {
        const service = serviceOf(pathOf(request.url)) ?? 'unknown';
        log.warn('proxy.failed', { service, cause: error });
        if (response instanceof ServerResponse) sendProblem(response, problemOf(error, service));
      },
    },
  });
  const handler: RequestHandler = (request, response, next) => {
    if (serviceOf(pathOf(request.url)) === undefined) return next();
    for (const name of CLAIMS) Reflect.deleteProperty(request.headers, name);
    void forward(request, response, next);
  };
  return { handler, close: () => agent.destroy() };
}

function problemOf(error: Error, service: string): Problem {
  const code = 'code' in error ? error.code : undefined;
  const options = { members: { service }, retryAfterS: 2 };
  if (code === 'ECONNREFUSED') {
    return new Problem(
      'unavailable',
      `The service ${service} is not running at the moment: try again soon.`,
      [],
      options,
    );
  }
  if (code === 'ETIMEDOUT' || code === 'ECONNRESET') {
    return new Problem(
      'gateway-timeout',
      `The service ${service} did not finish its answer: look before you repeat a change.`,
      [],
      options,
    );
  }
  return new Problem('bad-gateway', `The service ${service} gave no usable answer.`, [], options);
}
