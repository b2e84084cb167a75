type Change = Readonly<Record<string, unknown>>;

const base = {
  audience: { kind: 'partners', partners: ['emploi-public'] },
  wording: { id: 'multidiffusion', version: 1, language: 'fr' },
};

/** The body of POST /v1/agreements: allow this offer to one partner, changed as told. */
export const draft = (offerId: string, change: Change = {}) => ({
  effect: 'allow',
  offers: 'one',
  offerId,
  ...base,
  givenBy: { name: 'Camille Le Goff', role: 'Gérante' },
  ...change,
});

/** Allow all offers to one partner, changed as told. */
export const allowAll = (change: Change = {}) => ({ effect: 'allow', offers: 'all', ...base, ...change });

/** Refuse all offers to one partner, changed as told. */
export const refusal = (change: Change = {}) => ({
  effect: 'refuse',
  offers: 'all',
  ...base,
  wording: { id: 'refus', version: 1, language: 'fr' },
  ...change,
});

export const to = (...partners: readonly string[]) => ({ audience: { kind: 'partners', partners } });
export const toAll = { audience: { kind: 'all' } };
