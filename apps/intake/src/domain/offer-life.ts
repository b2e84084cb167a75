import type { Verdict } from '@accord/contracts/events/offer-verified';
import type { PublicationDecided } from '@accord/contracts/events/publication-decided';
import type { OfferIntent, OfferState } from '@accord/contracts/offer-state';

export type Standing = PublicationDecided['standing'];

/** The last that moderation said, whichever revision it was about. `version` 0: nothing yet. */
export type Verification =
  | { readonly kind: 'unheard'; readonly version: number }
  | {
      readonly kind: 'heard';
      readonly version: number;
      readonly revision: number;
      readonly verdict: Verdict;
      readonly approvedRevision?: number;
    };

/** The last that consent decided. `version` 0: nothing yet. */
export type Publication =
  | { readonly kind: 'undecided'; readonly version: number }
  | {
      readonly kind: 'decided';
      readonly version: number;
      readonly standing: Standing;
      readonly shownRevision?: number;
    };

/** What an offer's state is folded from. The employer's part is intake's own; the two others are heard, the highest version wins. */
export interface OfferLife {
  /** Of `offer.revised`: grows with every change the employer makes. */
  readonly version: number;
  /** The number of the last text. */
  readonly revision: number;
  readonly intent: OfferIntent;
  readonly verification: Verification;
  readonly publication: Publication;
}

/** What an employer may ask of an offer it has. `renew` is a text like any other, with a later last day. */
export type Command =
  | { readonly kind: 'revise' | 'renew' | 'withdraw' | 'suspend' | 'fill' }
  | { readonly kind: 'reopen'; readonly from: 'suspended' | 'filled' };

export type Change =
  | { readonly kind: 'revised' }
  | { readonly kind: 'intended'; readonly intent: OfferIntent }
  | { readonly kind: 'verified'; readonly verification: Verification }
  | { readonly kind: 'decided'; readonly publication: Publication };

export type Decision =
  | { readonly kind: 'changed'; readonly change: Change }
  /** It is so already: asking again changes nothing and is no error. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly because: Exclude<OfferIntent, 'show'> };

export const newLife: OfferLife = {
  version: 1,
  revision: 1,
  intent: 'show',
  verification: { kind: 'unheard', version: 0 },
  publication: { kind: 'undecided', version: 0 },
};

/** A withdrawal is final. A filled offer is not edited before its filling is taken back: what is edited would look open. */
export function decide(life: OfferLife, command: Command): Decision {
  switch (command.kind) {
    case 'withdraw':
      return intend(life, 'withdrawn');
    case 'suspend':
      return life.intent === 'filled' ? { kind: 'refused', because: 'filled' } : intend(life, 'suspended');
    case 'fill':
      return intend(life, 'filled');
    case 'reopen':
      return life.intent !== 'show' && life.intent !== command.from
        ? { kind: 'refused', because: life.intent }
        : intend(life, 'show');
    case 'revise':
    case 'renew':
      return life.intent === 'withdrawn' || life.intent === 'filled'
        ? { kind: 'refused', because: life.intent }
        : { kind: 'changed', change: { kind: 'revised' } };
  }
}

function intend(life: OfferLife, intent: OfferIntent): Decision {
  if (life.intent === intent) return { kind: 'unchanged' };
  if (life.intent === 'withdrawn') return { kind: 'refused', because: 'withdrawn' };
  return { kind: 'changed', change: { kind: 'intended', intent } };
}

/** Total and idempotent: what is heard twice, late or out of order leaves the life as it is. */
export function evolve(life: OfferLife, change: Change): OfferLife {
  switch (change.kind) {
    case 'revised':
      return { ...life, version: life.version + 1, revision: life.revision + 1 };
    case 'intended':
      return { ...life, version: life.version + 1, intent: change.intent };
    case 'verified':
      return isNews(life.verification, change.verification, 'unheard')
        ? { ...life, verification: change.verification }
        : life;
    case 'decided':
      return isNews(life.publication, change.publication, 'undecided')
        ? { ...life, publication: change.publication }
        : life;
  }
}

/** A higher version; or an erasure found by reading a topic anew, which has the version of what it erases. */
function isNews(known: Verification | Publication, told: Verification | Publication, erased: string): boolean {
  return (
    told.version > known.version || (told.version === known.version && told.kind === erased && known.kind !== erased)
  );
}

/**
 * What the employer sees: its own word first, then what is on show, then how far the last text is. A live offer that was
 * edited stays `published` on its approved revision until consent takes that down.
 */
export function stateOf(life: OfferLife): OfferState {
  if (life.intent !== 'show') return life.intent;
  const standing = life.publication.kind === 'decided' ? life.publication.standing : 'waiting';
  if (standing === 'published') return 'published';
  const { verification } = life;
  if (verification.kind === 'unheard' || verification.revision !== life.revision) return 'submitted';
  return verification.verdict === 'approved' && standing === 'expired' ? 'expired' : verification.verdict;
}
