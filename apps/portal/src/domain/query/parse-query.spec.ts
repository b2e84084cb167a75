import fc from 'fast-check';

import { theGazetteer } from './gazetteer.js';
import { theLexicon } from './lexicon.js';
import { MOST_WORDS, parseQuery } from './parse-query.js';
import { besideOf, matchOf, rankTiers } from './rank-tiers.js';
import { readingsOf } from './relax-query.js';

const shown = (text: string) => {
  const { items, excluded } = parseQuery(text);
  const parts = items.map((item) => {
    if (item.kind === 'word') return item.word;
    return item.kind === 'or' ? '|' : `"${item.words.map(({ stem }) => stem).join(' ')}"`;
  });
  return [parts.join(' '), ...excluded.map((words) => words.map(({ stem }) => stem).join(' '))];
};

describe('a query', () => {
  it.each([
    ['boulanger', ['boulanger']],
    ["  L'aide-soignante  de nuit ", ['l aide soignante de nuit']],
    ['"chef de projet" web', ['"chef projet" web']],
    ['«\u00a0chef de rang\u00a0» “bloc opératoire”', ['"chef rang" "bloc operatoir"']],
    ['vendeur -alimentaire', ['vendeur', 'alimentair']],
    ['vendeur -"prêt à porter" -auto', ['vendeur', 'pret porter', 'auto']],
    ['vendeur -aide-soignant', ['vendeur', 'aid soignant']],
    ['technico-commercial', ['technico commercial']],
    ['boulanger ou pâtissier', ['boulanger | patissier']],
    ['boulanger OR pâtissier | confiseur', ['boulanger | patissier | confiseur']],
    ['"jamais fermé', ['"jamai ferm"']],
    ['développeur C++ .NET', ['developpeur cplusplus dotnet']],
    ['infirmier(ère) H/F', ['infirmier h f']],
    ['- -- "" "-" ()', ['']],
    ['-', ['']],
    ['a - b', ['a b']],
  ])('%j', (text, parts) => expect(shown(text)).toEqual(parts));

  it('looks at no more than so many words', () => {
    expect(parseQuery('mot '.repeat(100)).items).toHaveLength(MOST_WORDS);
    expect(parseQuery('-mot '.repeat(100)).excluded).toHaveLength(MOST_WORDS);
  });

  it('is read whatever it is, and becomes conditions that hold nothing of its own', () => {
    const knowledge = { lexicon: theLexicon.get(), gazetteer: theGazetteer.get() };
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        '"',
        "'",
        '\\',
        '-',
        ' ou ',
        ' | ',
        ' & ',
        '!',
        '<1>',
        ':*',
        '(',
        ')',
        'paris',
        'infirmier',
        '75',
        '\u0000',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        for (const { clauses } of readingsOf(pieces.join(''), knowledge)) {
          const conditions = [
            ...rankTiers(clauses),
            matchOf(clauses) ?? '',
            besideOf(clauses, 'place') ?? '',
            besideOf(clauses, 'fact') ?? '',
          ];
          for (const condition of conditions) expect(bare(condition)).toMatch(/^(?:[&|!()\s]|<\d+>)*$/);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** A condition without its quoted lexemes: only our own operators are left. */
const bare = (condition: string): string => condition.replaceAll(/'(?:[^'\\]|''|\\\\)*'/g, '');
