import type { ReadProblem, ReadRecord } from '@accord/offer-formats/read/reading';
import type { FieldError } from '@accord/service/problem';

/**
 * One record of an import, as its reader found it: a value in the shape of the API's, a record read from another form, or
 * why there is none. `line` is where it begins.
 */
export type RawRecord =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly read: ReadRecord }
  | { readonly line: number; readonly errors: readonly FieldError[] }
  | { readonly line: number; readonly problems: readonly ReadProblem[] };
