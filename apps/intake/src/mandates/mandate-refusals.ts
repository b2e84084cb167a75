import { Problem } from '@accord/service/problem';

import type { Standing } from '../domain/mandate.js';

/** What is said of a mandate that does not hold, to who would act under it. */
export interface LackingMandate {
  readonly id: string;
  readonly standing: Exclude<Standing, 'inForce'>;
  readonly startsOn: string;
  readonly endsOn?: string | undefined;
  readonly ended?: { readonly at: Date; readonly by: { readonly role: string } };
}

/** Says why nobody acts for this employer now, and what to do. */
export function mandateLacks(mandate: LackingMandate | undefined): Problem {
  const { code, message } = reasonOf(mandate);
  const { id, standing, endsOn, ended } = mandate ?? {};
  const members = {
    mandate: { id, state: standing, ...(endsOn && { endsOn }), ...(ended && { endedAt: ended.at.toISOString() }) },
  };
  return new Problem(
    'mandate-required',
    `You may not act for this employer: ${message}.`,
    [{ pointer: '/accord-on-behalf-of', in: 'header', code, message }],
    mandate === undefined ? {} : { members },
  );
}

function reasonOf(mandate: LackingMandate | undefined): { readonly code: string; readonly message: string } {
  switch (mandate?.standing) {
    case undefined:
      return {
        code: 'no-mandate',
        message: 'it has given you no mandate; declare one with its proof, or have it granted',
      };
    case 'pending':
      return { code: 'mandate-pending', message: 'your mandate waits for the employer or an operator to confirm it' };
    case 'notYet':
      return { code: 'mandate-not-yet', message: `your mandate begins on ${mandate.startsOn}` };
    case 'ended':
      return { code: 'mandate-ended', message: endOf(mandate) };
  }
}

const endOf = ({ ended, endsOn }: LackingMandate): string =>
  ended === undefined
    ? `your mandate ended with the ${endsOn}; have another one granted`
    : `your mandate was ended by the ${ended.by.role} on ${ended.at.toISOString()}; have another one granted`;
