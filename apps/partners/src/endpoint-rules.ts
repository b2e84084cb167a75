import { parseDestination } from '@accord/safe-http/destination';
import { messageFor } from '@accord/safe-http/reasons';
import { Problem } from '@accord/service/problem';

import type { PartnersConfig } from './partners.config.js';

/**
 * What can be said of an endpoint's address without looking its name up; the rest is checked at every request.
 * @throws Problem invalid-request
 */
export function assertEndpointUrl(url: string, { OUTGOING_ALLOW }: Pick<PartnersConfig, 'OUTGOING_ALLOW'>): void {
  const local = OUTGOING_ALLOW !== undefined;
  const destination = parseDestination(url, { allowHttp: local, ports: local ? 'any' : [443] });
  if (typeof destination !== 'string') return;
  const message = messageFor(destination);
  throw new Problem('invalid-request', 'The endpoint cannot be used.', [
    { pointer: '/url', code: destination, message },
  ]);
}
