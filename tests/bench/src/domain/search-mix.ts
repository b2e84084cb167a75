import { Chance, Weighted } from '@accord/offer-composer/chance';
import { allOccupations, type Occupation } from '@accord/reference-data/occupations';

import { mistyped, TypedWords } from './typed-words.js';

/** What seekers do, each with how often: of 100 errands, about so many. */
const shares = {
  'a job’s name': 16,
  'everyday words': 12,
  'a skill': 6,
  'a misspelt name': 4,
  'words around a commune': 18,
  'words, department, contract': 8,
  'an occupation': 6,
  'filters only': 6,
  'with facets': 8,
  'newest first': 4,
  'nearest first': 4,
  'phrase and exclusion': 4,
  completion: 12,
  /** Behind one of the above. */
  'later pages': 0,
} as const;
export type SearchKind = keyof typeof shares;
const isKind = (name: string): name is SearchKind => name in shares;
export const searchKinds = Object.keys(shares).filter(isKind);

/** One thing a seeker does: a request, and so many of the pages behind it. */
export interface Errand {
  readonly kind: SearchKind;
  readonly path: string;
  readonly laterPages: number;
}

/** Of the searches, how many are read on, and how far. */
const READ_ON = { share: 0.02, pages: 20 };
const FACETS = 'contract,department,workingTime,experience,domain,pay,postedSince';
const CONTRACTS = ['CDI', 'CDI', 'CDI', 'CDD', 'CDD', 'MIS', 'SAI'] as const;
const RADII = [10, 20, 30, 50] as const;

type Query = Readonly<Record<string, string>>;

/** Draws what seekers do; the same seed gives the same errands. */
export class SearchMix {
  private readonly chance: Chance;
  private readonly kinds = new Weighted(searchKinds.map((kind) => [kind, shares[kind]]));
  private readonly occupations: readonly Occupation[] = allOccupations();

  constructor(
    seed: number,
    private readonly words = new TypedWords(),
  ) {
    this.chance = new Chance(seed);
  }

  next(): Errand {
    const kind = this.kinds.pick(this.chance);
    if (kind === 'completion') return { kind, path: `/v1/ads/suggestions?${params(this.typedSoFar())}`, laterPages: 0 };
    // Facets are counted once, not for each page.
    const laterPages = kind !== 'with facets' && this.chance.happens(READ_ON.share) ? READ_ON.pages : 0;
    return { kind, path: `/v1/ads?${params(this.queryOf(kind))}`, laterPages };
  }

  private queryOf(kind: Exclude<SearchKind, 'completion'>): Query {
    const { words, chance } = this;
    const place = words.commune(chance);
    const someWords = () => (chance.happens(0.5) ? words.job(chance) : words.popular(chance));
    switch (kind) {
      case 'a job’s name':
        return { q: words.job(chance) };
      case 'everyday words':
        return { q: words.popular(chance) };
      case 'a skill':
        return { q: words.skill(chance) };
      case 'a misspelt name':
        return { q: mistyped(words.job(chance), chance) };
      case 'words around a commune':
        return { q: someWords(), commune: place.code, radius: String(chance.pick(RADII)) };
      case 'words, department, contract':
        return { q: someWords(), department: place.department, contract: chance.pick(CONTRACTS) };
      case 'an occupation':
        return { occupation: chance.pick(this.occupations).code, ...(chance.happens(0.5) && { region: place.region }) };
      case 'filters only':
        return { department: place.department, contract: chance.pick(CONTRACTS), workingTime: 'full' };
      case 'with facets':
        return { ...(chance.happens(0.7) && { q: someWords() }), department: place.department, facets: FACETS };
      case 'newest first':
        return { q: someWords(), sort: 'date' };
      case 'nearest first':
        return { q: someWords(), commune: place.code, sort: 'distance' };
      case 'phrase and exclusion':
        return { q: `"${words.job(chance)}" -${words.popular(chance).split(' ')[0]}` };
      case 'later pages':
        return {};
    }
  }

  private typedSoFar(): Query {
    const { words, chance } = this;
    const name = chance.happens(0.7) ? words.job(chance) : words.commune(chance).name;
    return { q: name.slice(0, chance.between(2, 8)).trim() };
  }
}

const params = (query: Query): string => new URLSearchParams(query).toString();
