import type { FieldError } from '@accord/service/problem';

/** One record of an import, read from whatever form it came in: a value in the shape of the API's, or why there is none. */
export type RawRecord =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly errors: readonly FieldError[] };
