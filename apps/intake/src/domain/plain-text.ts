import { compile } from 'html-to-text';

/** Elements a text is taken to be HTML for. `<` before anything else ("salaire < 2000 €", "List<String>") is a character. */
const element =
  'a|abbr|address|applet|article|aside|audio|b|base|big|blockquote|body|br|button|canvas|center|code|data|dd|del|details|div|dl|dt|em|embed|fieldset|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|map|mark|marquee|math|meta|nav|noscript|object|ol|option|p|param|picture|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|tt|u|ul|var|video|wbr';
const tag = new RegExp(`<\\/?(?:${element})(?=[\\s/>])|<!--|<!doctype\\b|<!\\[CDATA\\[|<\\?xml\\b`, 'i');
/** With its semicolon: "R&D;" is no entity, and "?a=1&copy=2" stays as it is. */
const entity = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/i;
/** Feeds encode HTML several times over; what is still HTML after so many rounds was made to be. */
const ROUNDS = 4;

const skipped = ['script', 'style', 'noscript', 'iframe', 'object', 'embed', 'template', 'svg', 'math', 'head', 'img'];
const toText = compile({
  wordwrap: false,
  decodeEntities: true,
  limits: { maxDepth: 60, maxInputLength: 50_000 },
  selectors: [
    ...skipped.map((selector) => ({ selector, format: 'skip' })),
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'td', format: 'inline' },
  ],
});

/** Controls, bidirectional overrides, zero-width characters and the byte order mark: they show nothing, and hide or reorder the rest. */
const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Letters, digits, common signs, single spaces: most texts by far need no second look. */
const plainAlready =
  /^[!#-%'-;=?-~\u00a1-\u00ac\u00ae-\u02af\u2010-\u2027\u20ac"]+(?: [!#-%'-;=?-~\u00a1-\u00ac\u00ae-\u02af\u2010-\u2027\u20ac"]+)*$/;

/** Text of several lines: HTML becomes text, scripts are gone, entities are decoded, nothing invisible stays. */
export function plainText(source: string): string {
  if (plainAlready.test(source)) return source;
  return visible(withoutHtml(source))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same on one line. */
export const plainLine = (source: string): string => plainText(source).replace(/\s+/g, ' ');

const visible = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(invisible, '')
    .normalize('NFC');

function withoutHtml(source: string): string {
  let text = source;
  for (let round = 0; round < ROUNDS; round += 1) {
    // Invisible characters go first: "<scr\u200bipt>" must not become a tag afterwards.
    text = visible(text);
    if (tag.test(text)) text = toText(text);
    else if (entity.test(text)) text = toText(escapedBrackets(text));
    else return text;
  }
  return tag.test(text) ? text.replace(/[<>]/g, '') : text;
}

/** Decodes entities alone: brackets and line ends of a text that is no HTML are characters of it. */
const escapedBrackets = (text: string): string =>
  text.replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>').replace(/ /g, '&#32;');
