import type { Field } from './reading.js';

export type JsonLdNode = Readonly<Record<string, unknown>>;

export const isNode = (value: unknown): value is JsonLdNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Terms of schema.org, as they are, under a prefix or as whole addresses. */
const PREFIX = /^(?:schema:|https?:\/\/schema\.org\/)/;

/** A property by its term. */
export function property(node: JsonLdNode, term: string): unknown {
  if (term in node) return node[term];
  const key = Object.keys(node).find((one) => one.replace(PREFIX, '') === term);
  return key === undefined ? undefined : node[key];
}

/** JSON-LD makes no difference between one value and a list of one. */
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

export const hasType = (node: JsonLdNode, type: string): boolean =>
  listOf(node['@type']).some((one) => typeof one === 'string' && one.replace(PREFIX, '') === type);

/** The text of a value: of a text, number or truth value, of `{"@value": …}`, or of something that has a name. */
export function textIn(value: unknown): string | undefined {
  const [first] = listOf(value);
  if (typeof first === 'string') return first;
  if (typeof first === 'number' || typeof first === 'boolean') return String(first);
  if (!isNode(first)) return undefined;
  return '@value' in first ? textIn(first['@value']) : textIn(property(first, 'name'));
}

/** A place in the posting: a node in it, and its JSON pointer. */
export class JsonLdPlace {
  constructor(
    readonly node: JsonLdNode,
    readonly at = '',
  ) {}

  /** The text of a property as a field of the offer. */
  field(term: string, pointer: string): Field {
    return { text: textIn(property(this.node, term)), source: `${this.at}/${term}`, pointer };
  }

  text(term: string): string | undefined {
    const text = textIn(property(this.node, term))?.trim();
    return text === '' ? undefined : text;
  }

  /** The nodes that a property holds. */
  nodes(term: string): JsonLdPlace[] {
    const values = listOf(property(this.node, term));
    return values.flatMap((value, n) =>
      isNode(value)
        ? [new JsonLdPlace(value, values.length > 1 ? `${this.at}/${term}/${n}` : `${this.at}/${term}`)]
        : [],
    );
  }
}
