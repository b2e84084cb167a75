import type { Subject } from '@accord/service/authentication';
import { Problem } from '@accord/service/problem';
import { Secret } from '@accord/service/secret';
import { ServiceClient } from '@accord/service/service-client';
import type { TokenVerifier } from '@accord/service/token-verifier';
import type { Request } from 'express';
import { z } from 'zod';

import { type RoutedService, routedServices } from './domain/routes.js';

const listing = z.looseObject({ items: z.array(z.looseObject({})) });
type Letter = Readonly<Record<string, unknown>>;

/** The dead letters of all services; each is replayed or discarded at its own service's port, `/v1/dead-letters/{id}/replay`. */
export interface GatheredLetters {
  readonly items: readonly (Letter & { readonly service: RoutedService })[];
  /** Services that could not be asked. */
  readonly unavailable: readonly RoutedService[];
}

/** Asks every service with the operator's own token. @throws Problem unauthenticated, forbidden */
export async function gatherLetters(
  request: Request,
  tokens: TokenVerifier,
  upstreams: Readonly<Record<RoutedService, string>>,
): Promise<GatheredLetters> {
  const token = bearerOf(request);
  assertOperator(await tokens.verify(token));
  const asked = await Promise.all(
    routedServices.map(async (service) => [service, await lettersOf(service, upstreams[service], token)] as const),
  );
  return {
    items: asked.flatMap(([service, letters]) => (letters ?? []).map((letter) => ({ service, ...letter }))),
    unavailable: asked.filter(([, letters]) => letters === undefined).map(([service]) => service),
  };
}

async function lettersOf(name: RoutedService, baseUrl: string, token: string): Promise<readonly Letter[] | undefined> {
  const client = new ServiceClient({ name, baseUrl, token: new Secret(token), timeoutMs: 3_000 });
  try {
    return (await client.get('/v1/dead-letters', listing)).items;
  } catch {
    return undefined;
  } finally {
    await client.close();
  }
}

function bearerOf(request: Request): string {
  const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new Problem('unauthenticated', 'This route needs an access token.');
  return token;
}

function assertOperator({ role }: Subject): void {
  if (role !== 'operator') throw new Problem('forbidden', 'Dead letters are for operators.');
}
