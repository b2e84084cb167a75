import { compile } from 'html-to-text';

const skipped = ['script', 'style', 'noscript', 'template', 'svg', 'math', 'head', 'img', 'iframe', 'object', 'embed'];
const bodyText = compile({
  wordwrap: false,
  decodeEntities: true,
  limits: { maxDepth: 80, maxInputLength: 600_000 },
  selectors: [
    ...skipped.map((selector) => ({ selector, format: 'skip' })),
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'table', format: 'block' },
  ],
});

// A page is another's to write: each pattern looks a bounded way ahead, so that none is read in more than linear time.
const titles = /<title[^<>]{0,200}>([^<]{1,500})/gi;
const described = /<meta\s[^<>]{0,200}content=(?:"([^"]{1,2000})"|'([^']{1,2000})')/gi;
const scriptEnd = /<\/script/i;
const linkedData = /<script[^<>]{1,200}application\/ld\+json[^<>]{0,100}>/i;

/** What a page says, to people and to search engines, in the plain form that marks are looked for in. */
export function pageText(html: string): string {
  const heads = [...html.matchAll(titles), ...html.matchAll(described)].map(([, one, other]) => one ?? other ?? '');
  const data = linkedDataOf(html).flatMap(textsOf);
  return plain([bodyText([...heads, ...data].join('\n')), bodyText(html)].join('\n'));
}

/** schema.org data: what a page that is drawn by scripts shows of an ad, and what search engines show of it. */
function linkedDataOf(html: string): string[] {
  return html.split(scriptEnd).flatMap((before) => {
    const found = linkedData.exec(before);
    return found === null ? [] : [before.slice(found.index + found[0].length)];
  });
}

/** Letters and digits only, without case and accents, single spaces: typography is the partner's own. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function textsOf(json: string): string[] {
  const texts: string[] = [];
  try {
    JSON.parse(json, (_key, value: unknown) => {
      if (typeof value === 'string') texts.push(value);
      return value;
    });
  } catch {
    return [];
  }
  return texts;
}
