import type { XmlElement } from '@accord/offer-formats/read/xml-element';
import { SaxesParser } from 'saxes';

/** Deeper than any form of offer by far. */
const MAX_DEPTH = 64;

/** Why a text is no element. */
export class XmlError extends Error {
  constructor(
    readonly code: 'not-xml' | 'too-deep',
    message: string,
    /** Of the text; the first is 1. */
    readonly line: number,
  ) {
    super(message);
    this.name = 'XmlError';
  }
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/**
 * One element as a tree. Only the five entities of XML and characters by number are known; prefixes are left out, since a
 * record that is cut out of its document has lost what they stand for.
 * @throws XmlError
 */
export function xmlElement(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false });
  const open: Open[] = [{ name: '', attributes: new Map(), children: [], text: '' }];
  const add = (more: string) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += more;
  };
  parser.on('error', ({ message }) => {
    throw new XmlError('not-xml', `not well-formed XML: ${withoutPlace(message)}`, parser.line);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > MAX_DEPTH)
      throw new XmlError('too-deep', `elements are nested deeper than ${MAX_DEPTH}`, parser.line);
    const own = Object.entries(attributes).map(([key, value]): [string, string] => [local(key), value]);
    open.push({ name: local(name), attributes: new Map(own), children: [], text: '' });
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed !== undefined) open.at(-1)?.children.push(closed);
  });
  parser.write(text).close();
  const [element] = open[0]?.children ?? [];
  if (element === undefined) throw new XmlError('not-xml', 'no element stands here', 1);
  return element;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The parser's own line and column count from the record. */
const withoutPlace = (message: string): string => message.replace(/^\d+:\d+: /, '').slice(0, 120);
