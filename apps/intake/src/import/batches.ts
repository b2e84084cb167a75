/** How to cut a stream into batches. */
export interface Cut<T> {
  readonly most: number;
  /** An item with the key of an earlier one of its batch begins the next: the later one must see what the earlier did. */
  readonly keyOf: (item: T) => string | null;
  /** A sender that pauses gets what there is so far. */
  readonly idleMs: number;
}

/** Batches in order. The source is asked for no more than one item beyond the batch under way. */
export async function* batches<T>(source: AsyncIterable<T>, { most, keyOf, idleMs }: Cut<T>): AsyncGenerator<T[]> {
  const items = source[Symbol.asyncIterator]();
  let batch: T[] = [];
  let keys = new Set<string>();
  try {
    for (let coming = items.next(); ; coming = items.next()) {
      if (batch.length > 0 && (await isIdle(coming, idleMs))) {
        yield batch;
        batch = [];
        keys = new Set();
      }
      const next = await coming;
      if (next.done === true) break;
      const key = keyOf(next.value);
      if (batch.length >= most || (key !== null && keys.has(key))) {
        yield batch;
        batch = [];
        keys = new Set();
      }
      batch.push(next.value);
      if (key !== null) keys.add(key);
    }
    if (batch.length > 0) yield batch;
  } finally {
    await items.return?.();
  }
}

/** Whether nothing comes for so long. What comes, or breaks, is the caller's to await. */
async function isIdle(coming: Promise<unknown>, idleMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const idle = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(true), idleMs);
  });
  const arrived = coming.then(
    () => false,
    () => false,
  );
  try {
    return await Promise.race([arrived, idle]);
  } finally {
    clearTimeout(timer);
  }
}
