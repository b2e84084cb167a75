import type { FieldError } from '@accord/service/problem';
import { parseStrictJson, StrictJsonError } from '@accord/service/strict-json';

/** The value of a text that should be JSON, or what is wrong with it. */
export function jsonIn(text: string): { readonly value: unknown } | { readonly errors: readonly FieldError[] } {
  try {
    return { value: parseStrictJson(text) };
  } catch (error) {
    if (!(error instanceof StrictJsonError)) throw error;
    const { pointer, code, message } = error;
    return { errors: [{ pointer, code, message }] };
  }
}
