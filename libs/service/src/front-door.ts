import type { IncomingMessage } from 'node:http';

import type { Secret } from './secret.js';

/** The front door proves with its own service token that the addresses it hands on are true; others can write anything. */
export const FRONT_DOOR_HEADER = 'accord-front-door';

/** The address a request came from: `X-Forwarded-For` counts only where the front door vouches for it. */
export function clientAddress(request: IncomingMessage, frontDoor: Secret | undefined): string {
  const direct = request.socket.remoteAddress ?? 'unknown';
  const proof = request.headers[FRONT_DOOR_HEADER];
  const forwarded = request.headers['x-forwarded-for'];
  if (frontDoor === undefined || typeof proof !== 'string' || typeof forwarded !== 'string') return direct;
  return frontDoor.equals(proof) ? (forwarded.split(',')[0]?.trim() ?? direct) : direct;
}
