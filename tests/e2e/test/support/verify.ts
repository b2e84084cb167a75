import { permitProof, type PermitProof } from '@accord/contracts/internal/permits';
import type { ClientName } from '@accord/testing/run-file';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';

import type { Accord } from './accord.js';
import { expectStatus } from './accord.js';
import type { ReceivedWebhook } from './inbox.js';

const rotated = z.looseObject({ secrets: z.array(z.looseObject({ secret: z.string() })).min(1) });

/** A partner that has asked for a new secret verifies what it receives as its engineers would, with the public library. */
export async function verifierOf(accord: Accord, partner: ClientName): Promise<(webhook: ReceivedWebhook) => void> {
  const answer = await accord.as(partner).post('/v1/partners/me/secrets/rotation', {});
  const [first] = expectStatus(answer, 200, rotated).secrets;
  const library = new Webhook(first?.secret ?? '');
  return ({ raw, headers }) => void library.verify(raw, { ...headers });
}

/** The proof that travelled with a broadcast, verified with the service's published keys. */
export async function proofOf(accord: Accord, webhook: ReceivedWebhook, partner: string): Promise<PermitProof> {
  const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', accord.run.gateway));
  const { payload } = await jwtVerify(webhook.headers['accord-permit'] ?? '', keys, {
    audience: partner,
    algorithms: ['EdDSA'],
  });
  return permitProof.parse(payload);
}
