import { Problem } from '@accord/service/problem';

import { type Change, type Command, decide, type Decision, type OfferLife } from './domain/offer-life.js';

/** Somebody else's offer is answered like one that never was. */
export const noSuchOffer = (): Problem => new Problem('not-found', 'You have no offer with this id.');

export function referenceTaken(offerId: string | undefined): Problem {
  const message = 'another offer of yours has this reference: revise that one, or choose another reference';
  return new Problem(
    'reference-taken',
    'An employer’s references are unique among its offers.',
    [{ pointer: '/reference', code: 'reference-taken', message }],
    offerId === undefined ? {} : { members: { offerId } },
  );
}

const remedies: Readonly<Record<Extract<Decision, { kind: 'refused' }>['because'], string>> = {
  withdrawn: 'It is withdrawn, for good: submit it as a new offer, with another reference.',
  filled: 'It is filled: take that back first (DELETE …/filling).',
  suspended: 'It is suspended: take that back first (DELETE …/suspension).',
};

/**
 * What a command changes; undefined where it is so already.
 * @throws Problem state-forbids
 */
export function changeBy(life: OfferLife, command: Command): Change | undefined {
  const decision = decide(life, command);
  switch (decision.kind) {
    case 'changed':
      return decision.change;
    case 'unchanged':
      return undefined;
    case 'refused':
      throw new Problem('state-forbids', remedies[decision.because], [], { members: { state: decision.because } });
  }
}

/** SQLSTATE 23505 on this constraint, however the driver's error is wrapped. */
export function violates(error: unknown, constraint: string): boolean {
  if (!(error instanceof Error)) return false;
  const driver: unknown = Reflect.get(error, 'driverError') ?? error;
  return typeof driver === 'object' && driver !== null && Reflect.get(driver, 'constraint') === constraint;
}
