import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

import { isSpanContextValid, trace } from '@opentelemetry/api';

/** Where the present work stands in its trace (W3C Trace Context). */
export interface TraceContext {
  readonly traceId: string;
  readonly spanId: string;
  readonly sampled: boolean;
}

const storage = new AsyncLocalStorage<TraceContext>();
const shape = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** A `traceparent` header as a context; `undefined` where it is absent or not valid. */
export function parseTraceparent(header: string | undefined): TraceContext | undefined {
  const [, traceId, spanId, flags] = shape.exec(header ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined;
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

/** Runs work as a new span of the given trace, or of a new one: whatever it calls, sends or stores carries it. */
export function runInTrace<T>(parent: TraceContext | undefined, work: () => T): T {
  const traceId = parent?.traceId ?? randomBytes(16).toString('hex');
  return storage.run({ traceId, spanId: randomBytes(8).toString('hex'), sampled: parent?.sampled ?? false }, work);
}

/** The span in progress: OpenTelemetry's where it is loaded, else our own. */
export function activeTrace(): TraceContext | undefined {
  const span = trace.getActiveSpan()?.spanContext();
  if (span !== undefined && isSpanContextValid(span)) {
    return { traceId: span.traceId, spanId: span.spanId, sampled: (span.traceFlags & 1) === 1 };
  }
  return storage.getStore();
}

/** The header to send on; `undefined` outside any work. */
export function activeTraceparent(): string | undefined {
  const active = activeTrace();
  return active === undefined ? undefined : `00-${active.traceId}-${active.spanId}-${active.sampled ? '01' : '00'}`;
}
