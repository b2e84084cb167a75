import type { System } from './system.ts';

export interface Ending {
  /** Whether a signal has asked for the end. */
  begun(): boolean;
  /** Settles with the exit code once a signal has ended everything. */
  readonly done: Promise<number>;
}

// A terminal sends Ctrl-C to npm and to us, and npm passes its own on: two at once are one.
const SAME_PRESS_MS = 600;

/** Ctrl-C, SIGTERM and a closed terminal end every child in order; a second Ctrl-C kills them at once. */
export function endOnSignals(system: Pick<System, 'stop' | 'kill'>, say: (line: string) => void): Ending {
  let first: number | undefined;
  let finish: (code: number) => void = () => undefined;
  const done = new Promise<number>((resolve) => (finish = resolve));
  const onSignal = (): void => {
    const now = performance.now();
    if (first === undefined) {
      first = now;
      say('stopping: data stays, Ctrl-C again kills at once');
      void system
        .stop()
        .then(() => say('stopped'))
        .then(
          () => finish(0),
          (error: unknown) => finish(failed(say, error)),
        );
    } else if (now - first > SAME_PRESS_MS) {
      void system.kill().then(
        () => finish(1),
        () => finish(1),
      );
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  return { begun: () => first !== undefined, done };
}

function failed(say: (line: string) => void, error: unknown): number {
  say(`could not stop cleanly: ${String(error)}`);
  return 1;
}
