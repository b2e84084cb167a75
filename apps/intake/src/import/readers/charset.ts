import { BrokenInput } from '../broken-input.js';

/** How a body's bytes are characters. `utf-16` is either order, as its first bytes tell. */
export type Charset = 'utf-8' | 'windows-1252' | 'iso-8859-15' | 'utf-16' | 'utf-16le' | 'utf-16be';

/** ISO 8859-1 is read as Windows-1252, which is what is sent under its name (WHATWG Encoding does the same). */
const charsets: ReadonlyMap<string, Charset> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ['windows-1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['iso-8859-1', 'windows-1252'],
  ['iso8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['iso-8859-15', 'iso-8859-15'],
  ['utf-16', 'utf-16'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
]);
export const charsetNames: readonly string[] = ['utf-8', 'utf-16', 'iso-8859-1', 'iso-8859-15', 'windows-1252'];

export const charsetNamed = (label: string): Charset | undefined => charsets.get(label.trim().toLowerCase());

/** Enough of the beginning to tell: a mark of four bytes, and the whole of an XML declaration. */
export function tellsCharset(head: Buffer): boolean {
  if (head.length < 4) return false;
  return !head.toString('latin1').startsWith('<?xm') || head.includes('?>') || head.length >= 1_024;
}

/**
 * What the text is in: its byte order mark says it, else the request, else an XML declaration; else it is UTF-8.
 * @throws BrokenInput unknown-encoding, compressed
 */
export function charsetOf(head: Buffer, said: Charset | undefined): Exclude<Charset, 'utf-16'> {
  if (head[0] === 0x1f && head[1] === 0x8b) {
    throw new BrokenInput('compressed', 'the body is gzip: say so in Content-Encoding, and compress it once', 1);
  }
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (said !== undefined && said !== 'utf-16') return said;
  // Two bytes of which one is zero: an ASCII character in UTF-16.
  if (head[0] === 0 && head[1] !== 0 && head.length > 1) return 'utf-16be';
  if ((head[1] === 0 && head[0] !== 0) || said === 'utf-16') return 'utf-16le';
  return declaredIn(head) ?? 'utf-8';
}

function declaredIn(head: Buffer): Exclude<Charset, 'utf-16'> | undefined {
  const label = /^<\?xml[^>]*\sencoding\s*=\s*["']([^"'>]{1,40})["']/.exec(head.toString('latin1'))?.[1];
  if (label === undefined) return undefined;
  const declared = charsetNamed(label);
  // A declaration that could be read is not in UTF-16, whatever it says.
  if (declared === 'utf-16' || declared === 'utf-16le' || declared === 'utf-16be') return 'utf-8';
  if (declared !== undefined) return declared;
  const known = charsetNames.join(', ');
  throw new BrokenInput(
    'unknown-encoding',
    `the XML declaration names an encoding that is not read: use one of ${known}`,
    1,
  );
}
