/** Something large that is made in parts, each short enough not to keep requests waiting. */
export interface Lazy<T> {
  /** Makes what is left of it, if need be. */
  get(): T;
  /** Makes a part; false once it is whole. */
  step(): boolean;
}

/** @param make yields between its parts and returns the whole */
export function lazy<T>(make: () => Generator<void, T>): Lazy<T> {
  let making: Generator<void, T> | undefined;
  let made: { readonly value: T } | undefined;
  const step = (): boolean => {
    if (made !== undefined) return false;
    making ??= make();
    const part = making.next();
    if (part.done === true) made = { value: part.value };
    return made === undefined;
  };
  return {
    step,
    get() {
      while (step());
      if (made === undefined) throw new Error('a generator that returned has made its value');
      return made.value;
    },
  };
}
