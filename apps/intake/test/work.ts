/** What a reader is called with while its work is counted: methods that look through a text, and what one call looks at. */
type Look = (text: string, args: readonly unknown[], result: unknown) => number;

const from = (at: unknown): number => (typeof at === 'number' ? Math.max(0, at) : 0);
/** From where it began to where it found something, or to the end. */
const upTo: Look = (text, [, at], found) =>
  typeof found === 'number' && found >= 0 ? found - from(at) + 1 : Math.max(0, text.length - from(at));
const all: Look = (text) => text.length;
const made: Look = (_text, _args, result) => (typeof result === 'string' ? result.length : 1);
const one: Look = () => 1;

const looks: Readonly<Record<string, Look>> = {
  indexOf: upTo,
  includes: all,
  split: all,
  replace: all,
  replaceAll: all,
  trim: all,
  trimEnd: all,
  isWellFormed: all,
  slice: made,
  charCodeAt: one,
};

/**
 * How many characters are looked at while `run` goes on: time would tell the same, on a machine that does nothing else.
 * It stands in for methods of texts, patterns and lists meanwhile.
 */
export async function charactersLookedAt(run: () => Promise<unknown>): Promise<number> {
  let work = 0;
  const undo: (() => void)[] = [];
  const count = (
    prototype: object,
    name: string,
    look: (self: unknown, args: unknown[], result: unknown) => number,
  ) => {
    const method: unknown = Reflect.get(prototype, name);
    if (typeof method !== 'function') throw new Error(`no method ${name}`);
    const counted = function (this: unknown, ...args: unknown[]): unknown {
      const result: unknown = Reflect.apply(method, this, args);
      work += look(this, args, result);
      return result;
    };
    Object.defineProperty(prototype, name, { value: counted, configurable: true, writable: true });
    undo.push(() => Object.defineProperty(prototype, name, { value: method, configurable: true, writable: true }));
  };
  for (const [name, look] of Object.entries(looks)) {
    count(String.prototype, name, (self, args, result) => look(String(self), args, result));
  }
  count(Array.prototype, 'join', (_self, _args, result) => (typeof result === 'string' ? result.length : 0));
  count(RegExp.prototype, 'exec', (_self, [text], result) => {
    const found: unknown = result === null ? undefined : Reflect.get(Object(result), 'index');
    return typeof found === 'number' ? 1 : String(text).length;
  });
  try {
    await run();
  } finally {
    for (const back of undo) back();
  }
  return work;
}
