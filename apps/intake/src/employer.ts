import type { OfferContent } from '@accord/contracts/offer';
import { Problem } from '@accord/service/problem';

import type { MandateAct } from './domain/mandate.js';

/** Under what an agency or a school acts for an employer. */
export interface HeldMandate {
  readonly id: string;
  readonly kind: NonNullable<OfferContent['mandate']>['kind'];
  readonly acts: readonly MandateAct[];
}

/** For whom somebody acts: the rights holder, and the establishments it may hire for. */
export interface Employer {
  /** Its SIREN. */
  readonly holder: string;
  readonly sirets: Pick<ReadonlySet<string>, 'has'>;
  /** The SIREN of who acts: the holder's own, or that of whoever holds a mandate of it. */
  readonly by: string;
  /** Absent: the employer acts itself. */
  readonly mandate?: HeldMandate;
}

/** Whose offers alone may be seen: those made under its mandates; null: all of the employer's. */
export const agentOf = ({ mandate, by }: Employer): string | null => (mandate === undefined ? null : by);

/** A name for what one actor keeps apart from the others of the same employer. */
export const scopeOf = ({ holder, mandate, by }: Employer): string =>
  mandate === undefined ? holder : `${holder}:${by}`;

/** What an offer records of it. */
export const recordedMandate = ({ mandate, by }: Employer): OfferContent['mandate'] =>
  mandate && { holderSiren: by, kind: mandate.kind, id: mandate.id };

/** @throws Problem mandate-required where the mandate does not go so far */
export function assertMay({ mandate }: Employer, act: MandateAct): void {
  if (mandate === undefined || mandate.acts.includes(act)) return;
  const message = `it is for ${mandate.acts.join(', ')}: ask the employer for one that includes ${act}`;
  throw new Problem(
    'mandate-required',
    'Your mandate does not go so far.',
    [{ pointer: '/accord-on-behalf-of', in: 'header', code: 'act-not-covered', message }],
    { members: { mandate: { id: mandate.id } } },
  );
}
