import type { FieldError } from './problem.js';

type Place = FieldError['in'];

/** The part of a Standard Schema issue we need; zod's carry more, which makes for better messages. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string | undefined;
  readonly keys?: readonly string[] | undefined;
}

/** More would only hide the first ones. */
const MOST = 50;

const codes: Readonly<Record<string, string>> = {
  invalid_type: 'wrong-type',
  unrecognized_keys: 'unknown-field',
  invalid_value: 'not-allowed-value',
  invalid_format: 'wrong-format',
  too_small: 'too-small',
  too_big: 'too-big',
  invalid_union: 'no-variant-fits',
  not_multiple_of: 'not-a-multiple',
  invalid_key: 'wrong-key',
  invalid_element: 'wrong-item',
  custom: 'not-valid',
};

/** Turns a schema's complaints into errors with JSON pointers; an unknown field is named, one error each. */
export function fieldErrors(issues: readonly SchemaIssue[], place?: Place, base: readonly string[] = []): FieldError[] {
  return issues.flatMap((issue) => errorsOf(issue, place, base)).slice(0, MOST);
}

function errorsOf(issue: SchemaIssue, place: Place, base: readonly string[]): FieldError[] {
  const path = [...base, ...(issue.path ?? []).map(segmentOf)];
  const where = place === undefined ? {} : { in: place };
  if (issue.code === 'unrecognized_keys' && issue.keys !== undefined) {
    const what = place === 'query' ? 'query parameter' : 'field';
    return issue.keys.map((key) => ({
      pointer: jsonPointer([...path, key]),
      ...where,
      code: place === 'query' ? 'unknown-parameter' : 'unknown-field',
      message: `unknown ${what}: remove it, or correct its name`,
    }));
  }
  return [
    { pointer: jsonPointer(path), ...where, code: codes[issue.code ?? ''] ?? 'not-valid', message: issue.message },
  ];
}

const segmentOf = (segment: PropertyKey | { readonly key: PropertyKey }): string =>
  String(typeof segment === 'object' ? segment.key : segment);

/** RFC 6901. The whole document is the empty pointer. */
export const jsonPointer = (path: readonly (string | number)[]): string =>
  path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
