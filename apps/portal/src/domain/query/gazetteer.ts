import { allCommunes, communeByCode, communesByPostalCode } from '@accord/reference-data/communes';
import { allDepartments, allRegions, departmentByCode, regionByCode } from '@accord/reference-data/territories';

import { lazy } from '../lazy.js';
import { term } from '../terms.js';
import { tokens } from '../words/tokens.js';

/** A place that words name. */
export interface NamedPlace {
  readonly kind: 'commune' | 'department' | 'region';
  readonly code: string;
  readonly label: string;
}

/** Of several communes of one name, those of fewer people than this part of the largest are not meant. */
const LEAST_SHARE = 0.02;
const MOST_NAMESAKES = 4;
/** Longest name of a place, in words. */
export const LONGEST_PLACE = 7;
const COMMUNES_A_PART = 1_000;

/** The names of communes, departments and regions, to find them among the words of a query. */
export class Gazetteer {
  /** Codes of the places of one name, each behind the letter of its kind: a tenth of the memory of objects. */
  private readonly places = new Map<string, string>();

  static *make(): Generator<void, Gazetteer> {
    const gazetteer = new Gazetteer();
    for (const { code, name } of allRegions()) gazetteer.add(name, `r${code}`);
    for (const { code, name } of allDepartments()) gazetteer.add(name, `d${code}`);
    let communes = 0;
    for (const { code, name, parent } of allCommunes()) {
      if (parent === undefined) gazetteer.add(name, `c${code}`);
      communes += 1;
      if (communes % COMMUNES_A_PART === 0) yield;
    }
    return gazetteer;
  }

  private add(name: string, place: string): void {
    const key = placeKey(tokens(name).map(({ word }) => word));
    const there = this.places.get(key);
    this.places.set(key, there === undefined ? place : `${there} ${place}`);
  }

  /** The places that these folded words name, the largest first: a region before a department before communes. */
  named(words: readonly string[]): readonly NamedPlace[] {
    const there = this.places.get(placeKey(words))?.split(' ') ?? [];
    const territories = there.flatMap((place) => territory(place.charAt(0), place.slice(1)) ?? []);
    const communes = there
      .flatMap((place) => (place.startsWith('c') ? (communeByCode(place.slice(1)) ?? []) : []))
      .sort((a, b) => b.population - a.population);
    const least = (communes[0]?.population ?? 0) * LEAST_SHARE;
    const meant = communes.filter(({ population }) => population >= least).slice(0, MOST_NAMESAKES);
    return [...territories, ...meant.map(({ code, name }) => ({ kind: 'commune' as const, code, label: name }))];
  }
}

function territory(kind: string, code: string): NamedPlace | undefined {
  if (kind === 'r') return { kind: 'region', code, label: regionByCode(code)?.name ?? code };
  return kind === 'd' ? { kind: 'department', code, label: departmentByCode(code)?.name ?? code } : undefined;
}

/** "St-Denis" is "Saint-Denis". */
const placeKey = (words: readonly string[]): string =>
  words.map((word) => ({ st: 'saint', ste: 'sainte' })[word] ?? word).join(' ');

/** A postal code, or a department's number where `numbers` allows it: 75011, 35, 2a, 974. */
export function placeOfCode(word: string, numbers: boolean): readonly NamedPlace[] {
  if (/^\d{5}$/.test(word))
    return communesByPostalCode(word).map(({ code, name }) => ({ kind: 'commune', code, label: name }));
  if (!numbers || !/^(?:\d{2,3}|2[ab])$/.test(word)) return [];
  const department = departmentByCode(word.toUpperCase());
  return department === undefined ? [] : [{ kind: 'department', code: department.code, label: department.name }];
}

export const placeTerm = ({ kind, code }: NamedPlace): string => term(kind, code);

/** Made at its first use, in some 0.2 s. */
export const theGazetteer = lazy(() => Gazetteer.make());
