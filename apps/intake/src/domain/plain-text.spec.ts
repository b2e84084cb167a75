import fc from 'fast-check';

import { plainLine, plainText } from './plain-text.js';

describe('a text', () => {
  it.each([
    [
      'plain text stays',
      'Travail du mardi au samedi.\nÉquipe de cinq.',
      'Travail du mardi au samedi.\nÉquipe de cinq.',
    ],
    [
      'brackets that are no tags stay',
      'salaire < 2000 € > 1800 €, List<String>, a<b',
      'salaire < 2000 € > 1800 €, List<String>, a<b',
    ],
    ['an ampersand stays', 'R&D chez Dupont & Fils', 'R&D chez Dupont & Fils'],
    [
      'paragraphs and lists',
      '<p>Vous&nbsp;êtes&hellip;</p><ul><li>curieux</li><li>à l&#39;heure</li></ul>',
      "Vous êtes…\n\n- curieux\n- à l'heure",
    ],
    ['line breaks', 'un<br>deux<br/>trois', 'un\ndeux\ntrois'],
    ['headings keep their case', '<h2>Le poste</h2>Vous vendez.', 'Le poste\n\nVous vendez.'],
    ['links keep their words', '<a href="https://x.example/?p=1">Postulez</a> ici', 'Postulez ici'],
    ['entities alone', 'Boulanger &amp; p&acirc;tissier &lt;F/H&gt;', 'Boulanger & pâtissier <F/H>'],
    ['entities alone keep lines', 'un &amp; deux\n\ntrois', 'un & deux\n\ntrois'],
    ['encoded HTML', '&lt;p&gt;Bonjour&lt;/p&gt;', 'Bonjour'],
    ['twice encoded HTML', '&amp;lt;b&amp;gt;Bonjour&amp;lt;/b&amp;gt;', 'Bonjour'],
    ['a script', 'Bon<script>alert(1)</script>jour', 'Bonjour'],
    ['an encoded script', 'Bon&lt;script&gt;alert(1)&lt;/script&gt;jour', 'Bonjour'],
    ['an unclosed script', 'Bonjour<script>alert(1)', 'Bonjour'],
    ['a script in capitals', 'Bon<ScRiPt src="https://x.example">x</sCrIpT >jour', 'Bonjour'],
    ['a nested script', '<scr<script>x</script>ipt>alert(1)</script>Bonjour', undefined],
    ['a script hidden by a zero-width character', 'Bon<scr\u200bipt>alert(1)</script>jour', 'Bonjour'],
    ['an image with a handler', 'Bon<img src=x onerror=alert(1)>jour', 'Bonjour'],
    ['an svg', 'Bon<svg onload=alert(1)><text>caché</text></svg>jour', 'Bonjour'],
    ['styles and comments', '<style>p{color:red}</style><!-- note --><p>Bonjour</p>', 'Bonjour'],
    ['controls and overrides', 'Bon\u0007jour \u202eegarb\u202c\u0085', 'Bonjour egarb'],
    ['line ends', 'un\r\ndeux\rtrois\u2028quatre', 'un\ndeux\ntrois\nquatre'],
    ['decomposed letters', 'e\u0301quipe', 'équipe'],
    ['blank runs', 'un  \t deux\n\n\n\n trois', 'un deux\n\ntrois'],
    ['nothing', '<b> </b>', ''],
  ])('%s', (_name, source, expected) => {
    const text = plainText(source);
    if (expected !== undefined) expect(text).toBe(expected);
    expect(text).not.toMatch(/<\/?(script|img|svg)/i);
  });

  it('of one line has no line ends', () => expect(plainLine('<p>Boulanger</p><p>F/H</p>')).toBe('Boulanger F/H'));

  const piece = fc.constantFrom(
    '<',
    '>',
    '/',
    'script',
    '<script>',
    '</script>',
    '&lt;',
    '&amp;',
    'gt;',
    ' ',
    'onload=x',
    '<p>',
    '<!--',
    'mot',
    '\u200b',
  );
  const pieces = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));
  it('never holds a tag, however it is pieced together', () =>
    fc.assert(fc.property(pieces, (source) => !/<\/?(script|p)[\s/>]|<!--/i.test(plainText(source)))));
  it('once plain stays as it is', () =>
    fc.assert(
      fc.property(fc.oneof(pieces, fc.string()), (source) => plainText(plainText(source)) === plainText(source)),
    ));
  it.each(['<', '>', '&', '\u00ad', '\u200b', '\u202e', '\n', '\t', '\u0301', '\u007f', '\u0085'])(
    'with U+%p in the middle of plain letters is looked at',
    (character) => {
      const text = plainText(`le four${character} est chaud`);
      expect(text).not.toMatch(/[\u00ad\u200b\u202e\u007f\u0085\u0301\t]/);
    },
  );
  it('of deep nesting is read in time', () => {
    const started = performance.now();
    plainText('<div>'.repeat(4_000) + 'x' + '</div>'.repeat(4_000));
    plainText('<'.repeat(20_000));
    plainText('&amp;'.repeat(4_000));
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
