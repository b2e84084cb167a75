import { classedFields } from '@accord/contracts/field-class';
import { offerContent } from '@accord/contracts/offer';

/** Names that stand for a contact, a secret or what proves an identity, whoever uses them. */
const hiddenNames =
  /^(?:.*(?:password|passwd|secret|token|apikey|privatekey|signature|assertion|credential|authorization|cookie|contact|email|mail|phone|telephone|firstname|lastname|fullname|familyname|givenname|iban|body|rawbody).*|databaseurl|sealed|jwt|jws|code_?verifier)$/;
const plainName = (name: string): string => name.toLowerCase().replaceAll(/[-_\s]/g, '');
/** The fields that the offer's contract declares as CONTACT or SECRET: one that is added there is hidden here. */
const classedNames = new Set(
  classedFields(offerContent)
    .filter(({ fieldClass }) => fieldClass === 'CONTACT' || fieldClass === 'SECRET')
    .map(({ pointer }) => plainName(pointer.split('/').at(-1) ?? '')),
);
const HIDDEN = '[redacted]';
const MAX_TEXT = 2_000;
const MAX_DEPTH = 6;
const MAX_ITEMS = 50;

const mailAddress = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;
const phoneNumber =
  /(?<![\w-])(?:\+|00)\d{1,3}(?:[ .-]?\d{1,4}){3,6}(?![\w-])|(?<![\w-])0[1-9](?:[ .-]?\d{2}){4}(?![\w-])/g;
const bearer = /\b(?:Bearer|Basic)\s+[\w.~+/=-]{8,}/gi;
const compactJws = /\beyJ[\w-]{5,}\.[\w-]*\.[\w-]*/g;
const urlPassword = /(\w+:\/\/[^\s:/@]+:)[^\s@/]+@/g;

/** A copy fit for a log: hidden by the field's name, and inside texts by what looks like a contact or a credential. */
export function redacted(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactedText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Error) return redactedError(value, depth);
  if (depth >= MAX_DEPTH) return '[deeper]';
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item: unknown) => redacted(item, depth + 1));
  if (value instanceof Uint8Array) return `[${value.length} bytes]`;
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    const plain: unknown = Reflect.apply(value.toJSON, value, []);
    return redacted(plain, depth + 1);
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, field]: [string, unknown]) => [
      name,
      isHiddenName(name) ? HIDDEN : redacted(field, depth + 1),
    ]),
  );
}

/** `contact_email`, `contactEmail` and `Contact-Email` are one name. */
export function isHiddenName(name: string): boolean {
  const plain = plainName(name);
  return classedNames.has(plain) || hiddenNames.test(plain);
}

/** What an error may say: its texts scrubbed, and none of the values that a database error carries. */
export function redactedError(error: Error, depth = 0): Record<string, unknown> {
  const facts = ['code', 'constraint', 'table', 'column', 'routine', 'syscall', 'status'].flatMap((name) => {
    const fact: unknown = Reflect.get(error, name);
    return typeof fact === 'string' || typeof fact === 'number' ? [[name, fact] as const] : [];
  });
  return {
    type: error.name,
    message: redactedText(error.message),
    ...Object.fromEntries(facts),
    ...(error.stack !== undefined && { stack: redactedText(error.stack) }),
    ...(error.cause !== undefined && depth < 4 && { cause: redacted(error.cause, depth + 1) }),
  };
}

function redactedText(text: string): string {
  const short = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  return short
    .replace(urlPassword, `$1${HIDDEN}@`)
    .replace(mailAddress, HIDDEN)
    .replace(bearer, HIDDEN)
    .replace(compactJws, HIDDEN)
    .replace(phoneNumber, HIDDEN);
}
