import { endpointFault } from '@accord/safe-http/reach';
import { Problem } from '@accord/service/problem';

import type { PartnersConfig } from './partners.config.js';

/**
 * What can be said of an endpoint's address without looking its name up; the rest is checked at every request.
 * @throws Problem invalid-request
 */
export function assertEndpointUrl(url: string, config: Pick<PartnersConfig, 'OUTGOING_ALLOW'>): void {
  const fault = endpointFault(url, config);
  if (fault === undefined) return;
  throw new Problem('invalid-request', 'The endpoint cannot be used.', [{ pointer: '/url', ...fault }]);
}
