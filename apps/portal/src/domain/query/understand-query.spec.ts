import { theGazetteer } from './gazetteer.js';
import { theLexicon } from './lexicon.js';
import { parseQuery } from './parse-query.js';
import { readingsOf } from './relax-query.js';
import { understandQuery } from './understand-query.js';

const knowledge = { lexicon: theLexicon.get(), gazetteer: theGazetteer.get() };
const understood = (text: string) => understandQuery(parseQuery(text), knowledge);
const corrected = (text: string) => understandQuery(parseQuery(text), { ...knowledge, corrects: true });
/** `kind written [codes]` of each group, alternatives joined by `|`. */
const groups = (text: string) =>
  understood(text).clauses.map((clause) =>
    clause.map(({ kind, written, codes }) => [kind, written, ...codes].join(' ')).join(' | '),
  );

describe('what the words of a query mean', () => {
  it.each([
    ['a job by its name, whatever gender and number', 'boulangères', ['job boulangeres o:D1102']],
    [
      'a job of several words',
      'technicien de maintenance industrielle',
      ['job technicien de maintenance industrielle o:I1304'],
    ],
    ['a word that names of jobs begin with', 'responsable licorne', ['job responsable', 'words licorne']],
    ['a ROME code', 'm1805', ['job m1805 o:M1805']],
    ['an abbreviation', 'ash', ['job ash o:J1301']],
    ['a job and a place', 'boulanger à Rennes', ['job boulanger o:D1102', 'place rennes c:35238']],
    ['a place of several words', 'serveur la roche sur yon', ['job serveur o:G1803', 'place la roche sur yon c:85191']],
    ['Saint written short', 'st malo', ['place st malo c:35288']],
    ['namesakes', 'saint denis', ['place saint denis c:97411 c:93066']],
    ['a region', 'bretagne', ['place bretagne r:53']],
    ['a department by its number', 'boulanger 35', ['job boulanger o:D1102', 'place 35 d:35']],
    ['a number that stands alone', '35', ['words 35']],
    ['a postal code', 'boulanger 35000', ['job boulanger o:D1102', 'place 35000 c:35238']],
    ['a contract', 'comptable CDI', ['job comptable o:M1203', 'fact cdi k:CDI k:DIN']],
    ['half time', 'mi-temps', ['fact mi temps w:part']],
    ['chatter beside a job', "je cherche une offre d'emploi de boulanger", ['job boulanger o:D1102']],
    ['chatter alone', 'emploi', ['words emploi']],
    [
      'alternatives',
      'boulanger ou pâtissier paris',
      ['job boulanger o:D1102 | job patissier o:D1104', 'place paris d:75 c:75056'],
    ],
    ['nothing', 'de la', []],
  ])('%s: %s', (_, text, expected) => {
    const found = groups(text);
    expect(found.length === 0 ? [] : found).toEqual(
      expected.length === 0 ? [] : expected.map((one) => expect.stringContaining(one)),
    );
  });

  it('takes a word of the trade for a place only behind "à"', () => {
    expect(groups('bar')).not.toEqual([expect.stringContaining('place')]);
    expect(groups('comptable bar')).toEqual([expect.stringContaining('job'), expect.not.stringContaining('place')]);
    expect(groups('comptable à bar')).toEqual([expect.stringContaining('job'), 'place bar c:19016']);
  });

  it.each([
    ['boulangr', 'boulanger'],
    ['infirmeir', 'infirmier'],
    ['secretaire medicalle', undefined],
    ['devellopeur', 'developpeur'],
    ['rennes', undefined],
    ['xyzzyxq', undefined],
    ['carrefour', 'carreleur'],
  ])('takes %s for %s', (text, read) =>
    expect(corrected(text).reading.corrections.map((correction) => correction.read)).toEqual(
      read === undefined ? [] : [read],
    ),
  );

  it('takes nothing for anything else unless it is asked to', () =>
    expect(understood('carrefour').reading.corrections).toEqual([]));

  it('says which occupations and places it found', () => {
    const { reading } = understood('boulanger rennes');
    expect(reading.occupations).toEqual(['D1102']);
    expect(reading.places).toEqual([{ kind: 'commune', code: '35238', label: 'Rennes' }]);
  });

  it('looks up nothing where synonyms are off', () =>
    expect(understandQuery(parseQuery('ide'), { ...knowledge, synonyms: false }).clauses).toMatchObject([
      [{ kind: 'words', written: 'ide', codes: [] }],
    ]));
});

describe('where nothing has all the words', () => {
  const kinds = (text: string) =>
    readingsOf(text, knowledge).map(({ kind, clauses, ignored }) => [
      kind,
      clauses.map((clause) => clause.map(({ written }) => written).join('|')).join(' '),
      ignored.join(' '),
    ]);

  it('a job may be mentioned, then other words are left out', () =>
    expect(kinds('boulanger licorne rennes')).toEqual([
      ['all', 'boulanger licorne rennes', ''],
      ['mentioned', 'boulanger licorne rennes', ''],
      ['fewer', 'boulanger rennes', 'licorne'],
    ]));

  it('a misspelt word is taken for another first, and is so from then on', () =>
    expect(kinds('boulangr licorne')).toEqual([
      ['all', 'boulangr licorne', ''],
      ['corrected', 'boulangr licorne', ''],
      ['mentioned', 'boulangr licorne', ''],
      ['fewer', 'boulangr', 'licorne'],
    ]));

  it('any of the words will do where there is no job', () =>
    expect(kinds('licorne arc-en-ciel')).toEqual([
      ['all', 'licorne arc ciel', ''],
      ['fewer', 'licorne|arc|ciel', ''],
    ]));

  it('quoted phrases and places are never given up', () => {
    expect(kinds('"arc en ciel"')).toEqual([['all', 'arc en ciel', '']]);
    expect(kinds('licorne rennes')).toEqual([['all', 'licorne rennes', '']]);
  });
});
