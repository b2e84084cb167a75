import { decodeCursor, pageOf } from '@accord/service/cursor';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { MandateList, MandateView } from './bodies.js';
import { type Mandate, MandateStore } from './mandate.store.js';

/** Who looks: one of the two it is between, or an operator. */
export type Viewer =
  { readonly role: 'party'; readonly siren: string } | { readonly role: 'operator'; readonly id: string };

export interface MandatesQuery {
  readonly state?: MandateView['state'] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const position = z.tuple([z.uuid()]);

/** Somebody else's is answered like one that never was. */
export const noSuchMandate = (): Problem => new Problem('not-found', 'You have no mandate with this id.');

/** What `viewer` may see of this mandate, and as what. */
export function roleOf(viewer: Viewer, { holder, agent }: Mandate): 'holder' | 'agent' | 'operator' | undefined {
  if (viewer.role === 'operator') return 'operator';
  if (viewer.siren === holder) return 'holder';
  return viewer.siren === agent ? 'agent' : undefined;
}

/** The mandates an employer gave, and those it holds; an operator sees all. */
@Injectable()
export class ShowMandates {
  constructor(private readonly mandates: MandateStore) {}

  /** @throws Problem not-found */
  async one(viewer: Viewer, id: string): Promise<MandateView> {
    const found = await this.mandates.find(id);
    if (found === undefined || roleOf(viewer, found) === undefined) throw noSuchMandate();
    return viewOf(found);
  }

  /** The newest first. @throws Problem invalid-request */
  async all(viewer: Viewer, { state, cursor, limit }: MandatesQuery): Promise<MandateList> {
    const before = cursor === undefined ? undefined : decodeCursor(cursor, position)[0];
    const party = viewer.role === 'party' ? viewer.siren : undefined;
    const found = await this.mandates.list({ party, state, before, limit });
    const { items, next } = pageOf(found, limit, ({ id }) => [id]);
    return { items: items.map(viewOf), ...(next !== undefined && { next }) };
  }
}

const viewOf = (mandate: Mandate): MandateView => ({
  id: mandate.id,
  holder: mandate.holder,
  agent: mandate.agent,
  kind: mandate.kind,
  ...(mandate.sirets !== null && { sirets: [...mandate.sirets] }),
  acts: [...mandate.acts],
  ...(mandate.proof && { proof: mandate.proof }),
  declaredBy: mandate.declaredBy,
  state: mandate.standing === 'ended' ? 'ended' : mandate.state,
  inForce: mandate.standing === 'inForce',
  startsOn: mandate.startsOn,
  ...(mandate.endsOn !== undefined && { endsOn: mandate.endsOn }),
  createdAt: mandate.createdAt.toISOString(),
  ...(mandate.confirmed && {
    confirmed: { role: mandate.confirmed.by.role, at: mandate.confirmed.at.toISOString() },
  }),
  ...(mandate.ended && {
    ended: {
      role: mandate.ended.by.role,
      at: mandate.ended.at.toISOString(),
      ...(mandate.ended.reason !== null && { reason: mandate.ended.reason }),
    },
  }),
});
