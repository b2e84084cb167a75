import { inventedUnits, isHiring } from '@accord/offer-composer/establishments';

import type { SandboxClient } from '../sandbox.config.js';

/**
 * With a secret, a client for each legal unit of the register that has an open establishment: `unit-000100016`. They stand
 * for the software of all those employers; people who log in choose among SANDBOX_CLIENTS alone.
 */
export function unitClients(secret: string | undefined): SandboxClient[] {
  if (secret === undefined) return [];
  return inventedUnits.flatMap(({ siren, name, establishments }) => {
    const sirets = establishments.filter(isHiring).map(({ siret }) => siret);
    return sirets.length === 0 ? [] : [{ id: `unit-${siren}`, name, secret, role: 'employer', subject: siren, sirets }];
  });
}
