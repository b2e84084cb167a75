/** Declares tests that mostly wait: they run side by side, after the hooks before them, and each is told of by itself. */
export function sideBySide(stories: Readonly<Record<string, () => Promise<void>>>): void {
  const running = new Map<string, Promise<void>>();
  beforeAll(() => {
    for (const [name, story] of Object.entries(stories)) {
      const run = story();
      // A failure is told by its own test, which may be looked at later.
      run.catch(() => undefined);
      running.set(name, run);
    }
  });
  for (const name of Object.keys(stories)) it(name, async () => running.get(name));
}
