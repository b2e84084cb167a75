import { theGazetteer } from './gazetteer.js';
import { theLexicon } from './lexicon.js';
import { parseQuery } from './parse-query.js';
import { besideOf, matchOf, rankTiers } from './rank-tiers.js';
import { all, any, has, not, phrase } from './tsquery.js';
import { understandQuery } from './understand-query.js';

const clausesOf = (text: string) =>
  understandQuery(parseQuery(text), { lexicon: theLexicon.get(), gazetteer: theGazetteer.get() }).clauses;
/** Without the quotes, which every lexeme has. */
const tiers = (text: string) => rankTiers(clausesOf(text)).map((tier) => tier.replaceAll("'", ''));

describe('the order of what is found', () => {
  it('puts the title that is the name first, then names of the same job', () =>
    expect(tiers('boulangère')).toEqual([
      '==boulanger',
      '((^boulanger & =boulanger) & !==boulanger)',
      '(=boulanger & !(^boulanger & =boulanger))',
      '((~boulanger | o:D1102) & !=boulanger)',
    ]));

  it('puts what was written before its synonyms', () => {
    const [whole, head, title, synonyms] = tiers('camionneur');
    expect([whole, head, title]).toEqual([
      '==camionneur',
      '((^camionneur & =camionneur) & !==camionneur)',
      '(=camionneur & !(^camionneur & =camionneur))',
    ]);
    expect(synonyms).toContain('=conducteur & =poid & =lourd');
  });

  it('puts other words in the title before the same words in the text', () =>
    expect(tiers('boulanger nuit').slice(-2)).toEqual([
      '(((~boulanger | o:D1102) & =nuit) & !(=boulanger & =nuit))',
      '(((~boulanger | o:D1102) & nuit) & !((~boulanger | o:D1102) & =nuit))',
    ]));

  it('leaves places and contracts to the filter: all tiers meet them', () => {
    const clauses = clausesOf('boulanger rennes cdi');
    expect(rankTiers(clauses)).toEqual(rankTiers(clausesOf('boulanger')));
    expect(besideOf(clauses, 'place')).toBe("('=ren' | 'c:35238')");
    expect(besideOf(clauses, 'fact')).toBe("('=cdi' | 'k:CDI' | 'k:DIN')");
  });

  it('has none without words', () => {
    expect(rankTiers(clausesOf(''))).toEqual([]);
    expect(rankTiers(clausesOf('rennes'))).toEqual([]);
    expect(matchOf(clausesOf('rennes'))).toBeUndefined();
  });

  it('finds in the end all that any tier finds', () => {
    const [last = ''] = rankTiers(clausesOf('vendeur chaussures')).slice(-1);
    expect(last.startsWith(`(${matchOf(clausesOf('vendeur chaussures'))} & !`)).toBe(true);
  });
});

describe('a condition', () => {
  it('quotes what it is given', () => expect(has("l'été \\")).toBe("'l''été \\\\'"));
  it('needs no brackets around one', () => expect([all(["'a'"]), any(["'a'", "'a'"])]).toEqual(["'a'", "'a'"]));
  it('is none of nothing', () => expect([all([]), any([])]).toEqual([undefined, undefined]));
  it('joins and denies', () => expect(all([any(["'a'", "'b'"]) ?? '', not("'c'")])).toBe("(('a' | 'b') & !'c')"));
  it('keeps the distances of a phrase', () =>
    expect(
      phrase(
        [
          { stem: 'chef', at: 3 },
          { stem: 'projet', at: 5 },
        ],
        (stem) => `=${stem}`,
      ),
    ).toBe("('=chef' <2> '=projet')"));
});
