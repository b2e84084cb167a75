import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

import { context, isSpanContextValid, type Span, SpanKind, trace } from '@opentelemetry/api';

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

/**
 * Runs work as a new span of the given trace, or of a new one: whatever it calls, sends or stores carries it. Where
 * OpenTelemetry is loaded and has no span for it (events), it becomes one of `name`.
 */
export function runInTrace<T>(parent: TraceContext | undefined, work: () => T, name?: string): T {
  if (name !== undefined && trace.getActiveSpan() === undefined)
    return recorded(parent, name, () => ownSpan(parent, work));
  return ownSpan(parent, work);
}

function ownSpan<T>(parent: TraceContext | undefined, work: () => T): T {
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

/** Costs nothing where OpenTelemetry is not loaded: its API then records nowhere. */
function recorded<T>(parent: TraceContext | undefined, name: string, work: () => T): T {
  const remote = parent && {
    traceId: parent.traceId,
    spanId: parent.spanId,
    traceFlags: parent.sampled ? 1 : 0,
    isRemote: true,
  };
  const from = remote === undefined ? context.active() : trace.setSpanContext(context.active(), remote);
  return trace
    .getTracer('accord')
    .startActiveSpan(name, { kind: SpanKind.CONSUMER }, from, (span) => endAfter(span, work));
}

function endAfter<T>(span: Span, work: () => T): T {
  let result: T | undefined;
  try {
    return (result = work());
  } finally {
    if (result instanceof Promise)
      void result.then(
        () => span.end(),
        () => span.end(),
      );
    else span.end();
  }
}
