import type { EntityManager } from 'typeorm';

import { decideOffer, type DecidedOffer } from '../domain/decide-offer.js';
import type { Posting } from '../domain/wanted-postings.js';
import { readState } from '../state/consent-state.js';
import { clockOf, readOffersToDecide, storeDecisions } from './decision.store.js';
import { listForgotten } from './list-forgotten.js';

export interface DecideOptions {
  /** The stop that the removals come from. */
  readonly stop?: string;
  /** Postings of one offer that leave the list, their removal confirmed. */
  readonly confirmed?: readonly Posting[];
}

/** Turns what is true of offers into decisions; answers how many are new. The caller has locked their rows. */
export async function decideOffers(
  tx: EntityManager,
  offers: readonly string[],
  options: DecideOptions = {},
): Promise<number> {
  const { epoch } = await readState(tx);
  const toDecide = await readOffersToDecide(tx, offers);
  const now = await clockOf(tx);
  const decided = toDecide.map((one) => decideOffer(one, epoch, now, options.confirmed));
  await storeDecisions(tx, decided, now, options.stop);
  await listForgotten(tx, decided.filter(takesAway), now);
  return decided.filter(({ decision }) => decision !== undefined).length;
}

const takesAway = ({ decision }: DecidedOffer): boolean =>
  decision?.changed.some(({ wanted }) => wanted !== 'show') ?? false;
