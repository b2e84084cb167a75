import { z } from 'zod';

import type { Delivery } from '../verify-delivery.js';
import { UsageError } from './failure.js';

/** What somebody may have kept of Accord's: a webhook as it came, or a signed token, alone or in the answer that brought it. */
export type Saved =
  { readonly kind: 'delivery'; readonly delivery: Delivery } | { readonly kind: 'token'; readonly token: string };

const headers = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const delivery = z.looseObject({ headers, body: z.string() });
const answer = z.union([
  z.looseObject({ receipt: z.string() }).transform(({ receipt }) => receipt),
  z.looseObject({ signed: z.string() }).transform(({ signed }) => signed),
]);
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/**
 * Reads `{"headers": {…}, "body": "…"}`, an HTTP message (header lines, an empty line, the body), a compact JWS, or a JSON answer
 * with a `receipt` or a `signed` in it.
 * @throws UsageError
 */
export function savedFrom(text: string): Saved {
  if (TOKEN.test(text.trim())) return { kind: 'token', token: text.trim() };
  const value = jsonOf(text);
  const webhook = delivery.safeParse(value);
  if (webhook.success) return { kind: 'delivery', delivery: lowerCased(webhook.data) };
  const signed = answer.safeParse(value);
  if (signed.success) return { kind: 'token', token: signed.data };
  const message = value === undefined ? messageOf(text) : undefined;
  if (message !== undefined) return { kind: 'delivery', delivery: message };
  throw new UsageError(
    'This is nothing that can be verified: give a delivery ({"headers": {…}, "body": "…"}, or header lines, an empty line and the body), a signed token, or an answer with a receipt.',
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const lowerCased = ({ headers: given, body }: z.infer<typeof delivery>): Delivery => ({
  body,
  headers: Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name.toLowerCase(), [value].flat().join(' ')]),
  ),
});

/** The body is taken as it is: one more line end at its end is another body. */
function messageOf(text: string): Delivery | undefined {
  const end = /\r?\n\r?\n/.exec(text);
  if (end === null) return undefined;
  const lines = text.slice(0, end.index).split(/\r?\n/);
  const named = lines.flatMap((line) => {
    const [, name, value] = /^([\w-]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    return name === undefined ? [] : [[name.toLowerCase(), value ?? ''] as const];
  });
  return { headers: Object.fromEntries(named), body: text.slice(end.index + end[0].length) };
}
