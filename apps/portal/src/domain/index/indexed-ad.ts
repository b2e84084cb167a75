import type { ShowableOffer } from '@accord/contracts/showable-offer';

import { PAY_STEPS, stepsReached } from '../steps.js';
import { term, type TermKind, termMark } from '../terms.js';
import { factTerms } from './ad-facts.js';
import { adPlaces } from './ad-places.js';
import { adWords } from './ad-words.js';
import { payPerHour } from './pay-per-hour.js';

/** What the index keeps of an ad beside its view. */
export interface IndexedAd {
  /** As PostgreSQL reads a tsvector; the terms of its time on show are added by the database, which knows it. */
  readonly terms: string;
  /** The terms that facets count. */
  readonly facets: readonly string[];
  /** Cents. */
  readonly payPerHour: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
  /** Latitude and longitude in turn of the workplaces behind the first; null when there is one at most. */
  readonly morePlaces: readonly number[] | null;
}

/** Raise it when an ad would be indexed otherwise than before: ads on show are then indexed again, in the background. */
export const INDEX_VERSION = 1;

const COUNTED: readonly TermKind[] = [
  'contract',
  'nature',
  'department',
  'region',
  'workingTime',
  'experience',
  'training',
  'qualification',
  'remote',
  'access',
];

export function indexedAd(view: ShowableOffer): IndexedAd {
  const pay = payPerHour(view.pay, view.workingTime);
  const places = adPlaces(view.workplaces);
  const paySteps = pay === undefined ? [] : stepsReached(PAY_STEPS, pay / 100);
  const facts = [...factTerms(view), ...places.terms, ...paySteps.map((step) => term('pay', step))];
  const [first, ...more] = places.points;
  return {
    terms: tsvector(adWords(view), facts),
    facets: facetsOf(facts, paySteps),
    payPerHour: pay ?? null,
    lat: first?.lat ?? null,
    lon: first?.lon ?? null,
    morePlaces: more.length === 0 ? null : more.flatMap(({ lat, lon }) => [lat, lon]),
  };
}

/** Occupation and domain, division of the sector, the highest step of pay, and what is counted as it is. */
function facetsOf(facts: readonly string[], paySteps: readonly number[]): string[] {
  const counted = new Set(COUNTED.map(termMark));
  const highest = paySteps.at(-1);
  const counts = (fact: string): boolean => counted.has(fact.slice(0, fact.indexOf(':'))) || isPartOfCode(fact);
  return [...new Set([...facts.filter(counts), ...(highest === undefined ? [] : [term('pay', highest)])])];
}

const isPartOfCode = (fact: string): boolean => /^(?:o:.{3}|o:.{5}|n:.{2})$/.test(fact);

/** Stems are letters and digits, and codes have no quote: a doubled one is for codes of partners that are yet to come. */
function tsvector(words: ReadonlyMap<string, readonly number[]>, facts: readonly string[]): string {
  return [
    ...[...words].map(([word, positions]) => `${quoted(word)}:${positions.join(',')}`),
    ...[...new Set(facts)].map(quoted),
  ].join(' ');
}

const quoted = (lexeme: string): string => `'${lexeme.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
