import { readFileSync } from 'node:fs';

import type { Audience, OfferFilter, OfferScope } from '@accord/contracts/agreement';
import { condition, contractType, partnerCategory } from '@accord/contracts/code-lists';
import { closesAt, opensAt } from '@accord/contracts/show-dates';

import type { PartnerFacts } from '../src/domain/allowed-partners.js';
import type { Clause } from '../src/domain/clause.js';
import type { OfferInQuestion } from '../src/domain/allowed-partners.js';

export const now = new Date('2027-03-10T12:00:00Z');
export const thisOffer = '01900000-0000-7000-8000-000000000001';
const otherOffer = '01900000-0000-7000-8000-000000000002';

export const bakery: OfferInQuestion = {
  offerId: thisOffer,
  traits: { occupation: 'D1102', communes: ['35238'], departments: ['35'], contractType: 'CDI' },
};
/** Its terms have changed once in a way that asks again; Q has published none. */
export const partnerP: PartnerFacts = {
  partner: 'p',
  category: 'public',
  conditions: ['noAccount'],
  materialTerms: 2,
  receives: true,
};
export const partnerQ: PartnerFacts = {
  partner: 'q',
  category: 'private',
  conditions: [],
  materialTerms: 0,
  receives: true,
};

export interface RuleRow {
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly p: boolean;
  readonly q: boolean;
}

/** The truth table of docs/agreements.md. */
export const readRuleTable = (): RuleRow[] =>
  rowsOf('the-rule').map(([text = '', p, q]) => ({ text, clauses: clausesOf(text), p: yes(p), q: yes(q) }));

/** The cells of a table of docs/agreements.md, without its head. */
export function rowsOf(name: string): string[][] {
  const page = readFileSync(new URL('../../../docs/agreements.md', import.meta.url), 'utf8');
  const [, table = ''] = new RegExp(`<!-- ${name}:begin -->\\n([\\s\\S]*?)<!-- ${name}:end -->`).exec(page) ?? [];
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1)
        .map((cell) => cell.trim()),
    );
}

/** Clauses in the order in which they were given. */
export const clausesOf = (text: string): Clause[] => (text === 'none' ? [] : text.split(';').map(clauseOf));

export function yes(cell: string | undefined): boolean {
  if (cell !== 'yes' && cell !== 'no') throw new Error(`a cell says ${cell ?? 'nothing'}, not yes or no`);
  return cell === 'yes';
}

const SHAPE = /^(allow|refuse) (.+?) → ([^([]+?)(?: \[([\w, ]+)\])?(?: \((.+)\))?$/;

/** `allow filter D1102 CDI → P, Q [oneClick] (from −5 until +5)`: a number of days; or a day of the calendar in Paris, the last one included. */
function clauseOf(text: string, at: number): Clause {
  const [, effect, offers = '', audience = '', only, note = ''] = SHAPE.exec(text.trim()) ?? [];
  if (effect !== 'allow' && effect !== 'refuse') throw new Error(`not a clause: ${text}`);
  const from = instantOf(/from (\S+)/.exec(note)?.[1], opensAt);
  const until = instantOf(/until (\S+)/.exec(note)?.[1], closesAt);
  return {
    id: `clause-${at}`,
    effect,
    scope: scopeOf(offers),
    audience: audienceOf(audience),
    conditions: only === undefined ? [] : only.split(', ').map((one) => condition.parse(one)),
    pendingProof: note === 'pending proof',
    terms: new Map([['p', note === 'older terms' ? 1 : 2]]),
    givenAt: new Date(now.getTime() - 1_000_000 + at),
    begun: from === undefined,
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    ...(note === 'withdrawn' && { ended: 'withdrawn' }),
  };
}

function instantOf(day: string | undefined, inParis: (day: string) => Date): Date | undefined {
  if (day === undefined) return undefined;
  if (/^\d{4}-/.test(day)) return inParis(day);
  return new Date(now.getTime() + Number(day.replace('−', '-')) * 86_400_000);
}

function scopeOf(words: string): OfferScope {
  if (words === 'all') return { offers: 'all' };
  if (words === 'this') return { offers: 'one', offerId: thisOffer };
  if (words === 'other') return { offers: 'one', offerId: otherOffer };
  const filter: OfferFilter = {};
  for (const word of words.replace('filter ', '').split(' ')) {
    if (/^\d{2}$/.test(word)) filter.departments = [word];
    else if (/^[A-N]\d/.test(word)) filter.occupations = [word];
    else filter.contractTypes = [contractType.parse(word)];
  }
  return { offers: 'filter', filter };
}

function audienceOf(words: string): Audience {
  if (words === 'all') return { kind: 'all' };
  if (words === 'all public') return { kind: 'allPublic' };
  const names = words.split(', ');
  const categories = partnerCategory.array().safeParse(names);
  if (categories.success) return { kind: 'categories', categories: categories.data };
  return { kind: 'partners', partners: names.map((name) => name.toLowerCase()) };
}
