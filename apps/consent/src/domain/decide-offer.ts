import { nextOfferChange } from './next-change.js';
import { type MayShow, type ShowFacts, whereItMayBe } from './may-show.js';
import type { Standing } from './standing.js';
import { epochOf, nextVersion } from './version.js';
import { changedPostings, type Posting } from './wanted-postings.js';

/** What the last decision said. */
export interface LastDecision {
  /** 0 before the first. */
  readonly version: number;
  readonly standing: Standing;
  /** The text that it shows. */
  readonly revision: number | undefined;
}

export interface OfferToDecide {
  readonly facts: ShowFacts;
  readonly postings: readonly Posting[];
  readonly last: LastDecision;
}

export interface Decision {
  readonly offerId: string;
  readonly holder: string;
  readonly version: number;
  readonly standing: Standing;
  /** The text to show; absent when nobody may show the offer. */
  readonly revision: number | undefined;
  /** Those that this decision changes. */
  readonly changed: readonly Posting[];
  /** The whole list. */
  readonly postings: readonly Posting[];
}

export interface DecidedOffer {
  readonly offerId: string;
  readonly nextChange: Date | undefined;
  /** Absent when nothing is another than before. */
  readonly decision?: Decision;
  /** Where it may be now. */
  readonly allowed: readonly MayShow[];
}

/**
 * Where an offer may be from now on, as a new version of the decision if that is anything new. `confirmed`: postings that
 * leave the list because their removal was confirmed.
 */
export function decideOffer(
  { facts, postings, last }: OfferToDecide,
  epoch: number,
  now: Date,
  confirmed: readonly Posting[] = [],
): DecidedOffer {
  const { offer } = facts;
  const { standing, partners } = whereItMayBe(facts, now);
  const shown = standing === 'published' ? offer.shown : undefined;
  const version = nextVersion(last.version, epoch);
  const known = merged(postings, confirmed);
  const changed = withRenewed(known, changedPostings(known, partners, shown, version), { epoch, version });
  const base = { offerId: offer.offerId, nextChange: nextOfferChange(offer, now), allowed: partners };
  const current = last.version > 0 && epochOf(last.version) === epoch;
  const same = current && last.standing === standing && last.revision === shown?.revision;
  if (same && changed.length === 0 && confirmed.length === 0) return base;
  const decision: Decision = {
    offerId: offer.offerId,
    holder: offer.holder,
    version,
    standing,
    revision: shown?.revision,
    changed: merged(confirmed, changed),
    postings: merged(known, changed).filter(({ wanted }) => wanted !== 'nothing'),
  };
  return { ...base, decision };
}

/**
 * After a restore nobody knows what the versions given since the backup stood for: each posting on the list is wanted anew,
 * under a version of the new epoch.
 */
function withRenewed(
  known: readonly Posting[],
  changed: readonly Posting[],
  { epoch, version }: { readonly epoch: number; readonly version: number },
): readonly Posting[] {
  const ofEarlierEpoch = known.filter((posting) => posting.wanted !== 'nothing' && epochOf(posting.version) < epoch);
  return ofEarlierEpoch.length === 0
    ? changed
    : merged(
        ofEarlierEpoch.map((posting) => ({ ...posting, version })),
        changed,
      );
}

/** The second list over the first, by partner. */
function merged(first: readonly Posting[], second: readonly Posting[]): Posting[] {
  return [...new Map([...first, ...second].map((posting) => [posting.partner, posting])).values()];
}
