import { agreementDraft } from '@accord/contracts/agreement';
import { z } from 'zod';

import { type BenchWorld, type Employer, expectStatus } from './bench-world.js';

/** Not what is measured: a lane as wide, and as fast, as the directory allows. */
const limits = { concurrency: 16, ratePerSecond: 1_000 };

const portalName = (portal: number): string => `bench-${String(portal + 1).padStart(2, '0')}`;

/** Registers a sink as a portal, through the public API: the operator enters it, it says itself where it receives. */
export async function register(world: BenchWorld, portal: number, url: string): Promise<void> {
  const id = portalName(portal);
  const operator = await world.as({ id: 'operator', role: 'operator' });
  const entry = { id, name: `Portail d'essai ${portal + 1}`, category: 'private', limits };
  await expectStatus(operator.post('/v1/partners', entry), 201, z.unknown());
  const partner = await world.as({ id, role: 'partner' });
  await expectStatus(partner.post('/v1/partners/me/endpoints', { url }), 201, z.unknown());
}

/** An employer agrees to these portals, for all its offers. Answers the agreement's id. */
export async function agree(world: BenchWorld, employer: Employer, portals: readonly number[]): Promise<string> {
  const clause = agreementDraft.parse({
    effect: 'allow',
    offers: 'all',
    audience: { kind: 'partners', partners: portals.map(portalName) },
    wording: { id: 'multidiffusion', version: 1, language: 'fr' },
    givenBy: { name: 'Banc d’essai' },
  });
  const caller = await world.as({ id: employer.id, role: 'employer', sirets: [employer.siret] });
  return (await expectStatus(caller.post('/v1/agreements', clause), 201, z.object({ id: z.uuid() }))).id;
}
