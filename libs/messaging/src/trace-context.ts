import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** Where W3C trace context comes from and goes to. */
export interface TraceSource {
  /** The `traceparent` of the work in progress. */
  active(): string | undefined;
  /** Runs work as a part of that trace, or of a new one. */
  run<T>(traceparent: string | undefined, work: () => T): T;
}

const storage = new AsyncLocalStorage<string>();
const shape = /^00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})$/;

/** Carries the trace from an event to those it leads to, without a tracing library. */
const ownSource: TraceSource = {
  active: () => storage.getStore(),
  run: (traceparent, work) => {
    const [, traceId, flags] = shape.exec(traceparent ?? '') ?? [];
    const span = randomBytes(8).toString('hex');
    return storage.run(`00-${traceId ?? randomBytes(16).toString('hex')}-${span}-${flags ?? '00'}`, work);
  },
};

let source: TraceSource = ownSource;

/** Makes events part of the traces that the service keeps. Called once, at boot. */
export function traceThrough(given: TraceSource): void {
  source = given;
}

/** Of several events that are handled at once, the trace of each by its key. */
const several = new AsyncLocalStorage<ReadonlyMap<string, string | undefined>>();

export const activeTraceparent = (): string | undefined => source.active();
export const runInTrace = <T>(traceparent: string | undefined, work: () => T): T => source.run(traceparent, work);

/** Runs work on several events at once: what it writes about one of them belongs to that one's trace. */
export function runInTraces<T>(traces: ReadonlyMap<string, string | undefined>, work: () => T): T {
  const [only] = traces.values();
  if (traces.size === 1) return runInTrace(only, work);
  return several.run(traces, () => runInTrace(undefined, work));
}

/** Where what is written about a key belongs: an event's own trace where its key is this one, or begins this one (`offer:partner`). */
export function traceparentOf(key: string): string | undefined {
  const traces = several.getStore();
  return traces?.get(key) ?? traces?.get(key.split(':')[0] ?? '') ?? activeTraceparent();
}
