import fc from 'fast-check';

import { theGazetteer } from '../query/gazetteer.js';
import { theLexicon } from '../query/lexicon.js';
import { readingsOf } from '../query/relax-query.js';
import { soughtStems, spansOf } from './highlights.js';

const sought = (q: string) =>
  soughtStems(readingsOf(q, { lexicon: theLexicon.get(), gazetteer: theGazetteer.get() })[0].clauses);
const marked = (text: string, q: string) => spansOf(text, sought(q)).map(({ start, end }) => text.slice(start, end));

describe('where the words stand', () => {
  it.each([
    ['Boulanger / Boulangère (H/F)', 'boulangers', ['Boulanger', 'Boulangère']],
    ['Chef d’équipe à Rennes', '"chef d\'équipe" rennes', ['Chef', 'équipe', 'Rennes']],
    ['Œuvrer à l’œuvre <b>gras</b>', 'oeuvre', ['œuvre']],
    ['Employé(e) de caisse', 'employés', ['Employé']],
    ['Rien', 'boulanger', []],
  ])('%j for %j', (text, q, expected) => expect(marked(text, q)).toEqual(expected));

  it('is never outside the text', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => {
        for (const { start, end } of spansOf(text, sought('a b c de le')))
          expect(start >= 0 && end <= text.length && start < end).toBe(true);
      }),
    ));

  it('has an end', () => expect(spansOf('mot '.repeat(500), new Set(['mot']))).toHaveLength(50));
  it('is nowhere in what is no text', () => expect(spansOf(undefined, new Set(['mot']))).toEqual([]));
});
