import type { XmlElement } from '../src/read/xml-element.js';

/** An element's content: a text, or children by name; `@name` is an attribute, `#` the text beside them. */
export type Content = string | { readonly [name: string]: Content | readonly Content[] };

export function xml(name: string, content: Content): XmlElement {
  if (typeof content === 'string') return { name, attributes: new Map(), children: [], text: content };
  const entries = Object.entries(content);
  const isText = (value: Content | readonly Content[]): value is string => typeof value === 'string';
  return {
    name,
    attributes: new Map(
      entries.flatMap(([key, value]): [string, string][] =>
        key.startsWith('@') && isText(value) ? [[key.slice(1), value]] : [],
      ),
    ),
    children: entries.flatMap(([key, value]) => (/^[@#]/.test(key) ? [] : listOf(value).map((one) => xml(key, one)))),
    text: typeof content['#'] === 'string' ? content['#'] : '',
  };
}

const listOf = (value: Content | readonly Content[]): readonly Content[] => (isList(value) ? value : [value]);
const isList = (value: Content | readonly Content[]): value is readonly Content[] => Array.isArray(value);
