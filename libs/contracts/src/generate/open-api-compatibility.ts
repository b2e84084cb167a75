import { breakingChanges } from './compatibility.js';

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const at = (node: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (isNode(inner) ? inner[key] : undefined), node);
const entries = (node: unknown): [string, unknown][] => (isNode(node) ? Object.entries(node) : []);

/** What in an OpenAPI document would break a client built with the one before: routes, parameters, bodies and answers. */
export function openApiBreaks(before: unknown, after: unknown): string[] {
  return entries(at(before, 'paths')).flatMap(([path, methods]) =>
    entries(methods).flatMap(([method, was]) => {
      const is = at(after, 'paths', path, method);
      const name = `${method.toUpperCase()} ${path}`;
      return is === undefined ? [`${name}: removed`] : operationBreaks(was, is, { name, before, after });
    }),
  );
}

interface Operation {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

function operationBreaks(was: unknown, is: unknown, { name, before, after }: Operation): string[] {
  const schemas = (operation: unknown, document: unknown, ...path: readonly string[]) =>
    resolved(at(operation, ...path, 'content', 'application/json', 'schema'), document);
  const compare = (breaks: typeof breakingChanges, part: string, ...path: readonly string[]) =>
    breaks(schemas(was, before, ...path), schemas(is, after, ...path)).map((change) => `${name} ${part} ${change}`);
  const answers = entries(at(was, 'responses')).filter(([status]) => status.startsWith('2'));
  return [
    ...parameterBreaks(was, is).map((change) => `${name} ${change}`),
    ...compare(breakingChanges, 'body', 'requestBody'),
    ...answers.flatMap(([status]) => compare(answerBreaks, `answer ${status}`, 'responses', status)),
  ];
}

const NOW_REQUIRED = ': is now required';

/** Who only reads is glad of a field that is always there from now on, and not of one that may be missing. */
function answerBreaks(before: Node, after: Node): string[] {
  const missing = breakingChanges(after, before).filter((change) => change.endsWith(NOW_REQUIRED));
  return [
    ...breakingChanges(before, after).filter((change) => !change.endsWith(NOW_REQUIRED)),
    ...missing.map((change) => `${change.slice(0, -NOW_REQUIRED.length)}: may now be missing`),
  ];
}

function parameterBreaks(was: unknown, is: unknown): string[] {
  const named = (operation: unknown): [string, Node][] => {
    const list = at(operation, 'parameters');
    return (Array.isArray(list) ? list.filter(isNode) : []).map((one) => [
      `${String(one['in'])} ${String(one['name'])}`,
      one,
    ]);
  };
  const old = new Map(named(was));
  const now = new Map(named(is));
  return [
    ...[...old.keys()].filter((name) => !now.has(name)).map((name) => `parameter ${name}: removed`),
    ...[...now]
      .filter(([name, one]) => one['required'] === true && old.get(name)?.['required'] !== true)
      .map(([name]) => `parameter ${name}: is now required`),
  ];
}

/** The schema with what it refers to written in its place; a reference into itself stays one. */
function resolved(schema: unknown, document: unknown, seen: readonly string[] = []): Node {
  if (!isNode(schema)) return {};
  const ref = schema['$ref'];
  if (typeof ref === 'string') {
    return seen.includes(ref) ? schema : resolved(at(document, ...ref.slice(2).split('/')), document, [...seen, ref]);
  }
  const inner = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(inner) : isNode(value) ? resolved(value, document, seen) : value;
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, inner(value)]));
}
