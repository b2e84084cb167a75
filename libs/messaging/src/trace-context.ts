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

export const activeTraceparent = (): string | undefined => source.active();
export const runInTrace = <T>(traceparent: string | undefined, work: () => T): T => source.run(traceparent, work);
