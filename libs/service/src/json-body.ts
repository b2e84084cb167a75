import type { IncomingMessage } from 'node:http';

import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import type { Observable } from 'rxjs';

import { discardRest } from './discard-rest.js';
import { Problem } from './problem.js';
import { parseStrictJson, StrictJsonError } from './strict-json.js';

export const MAX_JSON_BYTES = 256 * 1024;
/** For the whole of it. */
const BODY_TIMEOUT_MS = 30_000;

const STREAMED = 'accord:streamed-body';
/** The handler reads the request's body itself, as a stream: bulk imports. It is neither parsed nor limited here. */
export const StreamedBody = (): MethodDecorator => SetMetadata(STREAMED, true);

const jsonType = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

/**
 * Reads and parses the JSON body of a request once its route and caller are known and allowed: a body without a valid
 * token is never parsed. Runs before the pipes, so that `@Body({ schema })` finds it.
 */
@Injectable()
export class JsonBodyInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    if (context.getType() === 'http' && this.reflector.get<boolean>(STREAMED, context.getHandler()) !== true) {
      const request = context.switchToHttp().getRequest<Request>();
      request.body = hasBody(request) ? await readJsonBody(request) : undefined;
    }
    return next.handle();
  }
}

const hasBody = (request: IncomingMessage): boolean =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;

/** @throws Problem malformed-json, payload-too-large, unsupported-media-type */
export async function readJsonBody(request: IncomingMessage, maxBytes = MAX_JSON_BYTES): Promise<unknown> {
  if (!jsonType.test(request.headers['content-type'] ?? '')) {
    throw refused(request, new Problem('unsupported-media-type', 'Send the body with Content-Type: application/json.'));
  }
  const coding = request.headers['content-encoding'];
  if (coding !== undefined && coding !== 'identity') {
    throw refused(request, new Problem('unsupported-media-type', 'Send the body without Content-Encoding.'));
  }
  const bytes = await readBytes(request, maxBytes);
  return parsed(bytes);
}

function parsed(bytes: Buffer): unknown {
  try {
    return parseStrictJson(bytes);
  } catch (error) {
    if (!(error instanceof StrictJsonError)) throw error;
    const { pointer, code, message } = error;
    throw new Problem('malformed-json', `The body cannot be read: ${message}.`, [{ pointer, code, message }]);
  }
}

async function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const tooLarge = () =>
    refused(
      request,
      new Problem(
        'payload-too-large',
        `The body may have ${maxBytes} bytes at most: send less, or in several requests.`,
      ),
    );
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  let late: NodeJS.Timeout | undefined;
  const whole = new Promise<Buffer>((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) {
        request.removeAllListeners('data');
        reject(tooLarge());
      } else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks, size)));
    request.on('error', reject);
    request.on('close', () => {
      if (!request.complete) reject(new Problem('invalid-request', 'The connection ended before the body did.'));
    });
    late = setTimeout(() => reject(tooSlow(request)), BODY_TIMEOUT_MS);
  });
  return whole.finally(() => clearTimeout(late));
}

/** Who sends a body drop by drop keeps a connection, and nothing else. */
function tooSlow(request: IncomingMessage): Problem {
  request.removeAllListeners('data');
  request.once('error', () => undefined);
  setTimeout(() => request.destroy(), 1_000).unref();
  return new Problem('request-timeout', `The body did not arrive within ${BODY_TIMEOUT_MS / 1_000} s: send it again.`);
}

function refused(request: IncomingMessage, problem: Problem): Problem {
  discardRest(request);
  return problem;
}
