/**
 * Cuts a row of events into waves that keep its order: what may go together does, as long as no key comes twice; anything else
 * is a wave of its own.
 */
export function waves<T>(all: readonly T[], keyOf: (one: T) => string, mayGoTogether: (one: T) => boolean): T[][] {
  const cut: T[][] = [];
  let keys = new Set<string>();
  let open = false;
  for (const one of all) {
    const together = mayGoTogether(one);
    if (!open || !together || keys.has(keyOf(one))) {
      cut.push([]);
      keys = new Set();
    }
    cut.at(-1)?.push(one);
    keys.add(keyOf(one));
    open = together;
  }
  return cut;
}
