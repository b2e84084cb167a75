import type { TermKind } from '../terms.js';

/** Facets by their name: the terms they count, and the filter that one of them is computed without. */
export const facets = {
  contract: { kind: 'contract', filter: 'contract' },
  nature: { kind: 'nature', filter: 'nature' },
  domain: { kind: 'occupation', length: 3, filter: 'domain' },
  occupation: { kind: 'occupation', length: 5, filter: 'occupation' },
  sector: { kind: 'sector', filter: 'sector' },
  department: { kind: 'department', filter: 'department' },
  region: { kind: 'region', filter: 'region' },
  workingTime: { kind: 'workingTime', filter: 'workingTime' },
  experience: { kind: 'experience', filter: 'experience' },
  training: { kind: 'training', filter: 'training' },
  qualification: { kind: 'qualification', filter: 'qualification' },
  remote: { kind: 'remote', filter: 'remote' },
  access: { kind: 'access', filter: 'access' },
  pay: { kind: 'pay', filter: 'payMin' },
  postedSince: { filter: 'postedSince' },
} as const satisfies Record<string, { readonly kind?: TermKind; readonly length?: number; readonly filter: string }>;

export type FacetName = keyof typeof facets;
export const facetNames = Object.keys(facets);
export const isFacetName = (name: string): name is FacetName => name in facets;

/** Days back that the facet postedSince counts. */
export const POSTED_SINCE = [1, 3, 7, 14, 31] as const;
/** Values of a facet that are answered, the most frequent first. */
export const MOST_VALUES = 100;
