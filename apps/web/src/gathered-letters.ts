import { decodeCursor, encodeCursor } from '@accord/service/cursor';
import { Problem } from '@accord/service/problem';
import { z } from 'zod';

import { type RoutedService, routedServices } from './domain/routes.js';
import type { ServiceAsker } from './service-asker.js';

const letter = z.looseObject({ id: z.string(), createdAt: z.string() });
const listing = z.object({ items: z.array(letter) });

export const lettersQuery = z.strictObject({
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  state: z.enum(['open', 'blocking', 'replayed', 'discarded']).optional(),
  topic: z.string().max(100).optional(),
  service: z.enum(routedServices).optional(),
});
export type LettersQuery = z.infer<typeof lettersQuery>;

const position = z.array(z.tuple([z.enum(routedServices), z.string().regex(/^\d{1,18}$/)])).max(routedServices.length);
type Letter = z.infer<typeof letter> & { readonly service: RoutedService };

export interface GatheredLetters {
  /** The newest first; an id names its service too: `intake:7`. */
  readonly items: readonly Letter[];
  readonly next?: string;
  /** Services that could not be asked: their letters are missing here. */
  readonly unavailable: readonly RoutedService[];
}

/** One page of the dead letters of all services, asked with the operator's own token. @throws Problem what a service refuses */
export async function gatherLetters(query: LettersQuery, token: string, asker: ServiceAsker): Promise<GatheredLetters> {
  const before = new Map(query.cursor === undefined ? [] : positions(query.cursor));
  const services = query.service === undefined ? routedServices : [query.service];
  const asked = await Promise.all(
    services.map(
      async (service) =>
        [service, await asker.get(service, pathOf(query, before.get(service)), listing, token)] as const,
    ),
  );
  const all = asked.flatMap(([service, answer]) =>
    (answer?.items ?? []).map((one) => ({ ...one, id: `${service}:${one.id}`, service })),
  );
  all.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const items = all.slice(0, query.limit);
  return {
    items,
    ...(all.length > items.length && { next: nextCursor(items, before) }),
    unavailable: asked.filter(([, answer]) => answer === undefined).map(([service]) => service),
  };
}

/** Where each service's letters go on: behind the last one that was shown. */
function nextCursor(items: readonly Letter[], before: ReadonlyMap<RoutedService, string>): string {
  const reached = new Map(before);
  for (const { service, id } of items) reached.set(service, id.slice(service.length + 1));
  return Buffer.from(JSON.stringify([...reached])).toString('base64url');
}

const positions = (cursor: string): z.infer<typeof position> => decodeCursor(cursor, position);

/** One more than asked for tells that there is a next page. */
function pathOf({ limit, state, topic }: LettersQuery, before: string | undefined): string {
  const query = new URLSearchParams({ limit: String(limit + 1) });
  if (state !== undefined) query.set('state', state);
  if (topic !== undefined) query.set('topic', topic);
  if (before !== undefined) query.set('cursor', encodeCursor([before]));
  return `/v1/dead-letters?${query.toString()}`;
}

/** `intake:7` → the service that has it, and its id there. @throws Problem not-found */
export function placeOf(id: string): { readonly service: RoutedService; readonly id: string } {
  const [name, number = ''] = id.split(':');
  const service = routedServices.find((one) => one === name);
  if (service === undefined || !/^\d{1,18}$/.test(number)) {
    throw new Problem('not-found', 'There is no dead letter of this id; ids look like intake:7, as they are listed.');
  }
  return { service, id: number };
}
