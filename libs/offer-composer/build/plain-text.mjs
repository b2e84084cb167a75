const entities = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  euro: '€',
  deg: '°',
  ccedil: 'ç',
  Ccedil: 'Ç',
  oelig: 'œ',
  aelig: 'æ',
  sup2: '²',
  middot: '·',
};
const accents = { grave: '\u0300', acute: '\u0301', circ: '\u0302', uml: '\u0308', tilde: '\u0303' };

/** Character references of HTML, as far as ads use them. @throws Error for one that is not known */
export const unescaped = (text) =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hexadecimal) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
    const [, letter, accent] = /^(\w)(grave|acute|circ|uml|tilde)$/.exec(name) ?? [];
    if (letter) return `${letter}${accents[accent]}`.normalize('NFC');
    if (entities[name] === undefined) throw new Error(`unknown character reference ${whole}`);
    return entities[name];
  });

/** Paragraphs and lists of HTML as lines. */
export const fromHtml = (html) =>
  unescaped(
    html
      .replace(/\s*\n\s*/g, ' ')
      .replace(/<li[^>]*>/g, '\n- ')
      .replace(/<\/(?:p|ul|ol|h\d|div)>|<br\s*\/?>/g, '\n')
      .replace(/<[^>]+>/g, ''),
  );

/** Markdown without its marks; wrapped lines of a paragraph or a list item joined. */
export const fromMarkdown = (markdown) =>
  unescaped(
    markdown
      .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/<[^>]+>/g, '')
      .replace(/[ \t\u00A0]+$/gm, '')
      .replace(/^#+ (.*)\n(?!\n)/gm, '$1\n\n')
      .replace(/(?<!\n)\n(?!\n|\s*[-*] |#)\s*/g, ' ')
      .replace(/^#+ */gm, '')
      .replace(/^\s*\*\s+/gm, '- ')
      .replace(/\*\*|(?<!\w)[_*]|[_*](?!\w)/g, ''),
  );

/** Spaces, line ends and punctuation as a text has them. */
export const tidied = (text) =>
  text
    .replace(/[\t \u00A0\u202F]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/^- · /gm, '- ')
    .replace(/^[-–•] */gm, '- ')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^(?:\*{3}|-+ ?)$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
