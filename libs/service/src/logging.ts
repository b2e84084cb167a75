import { type DestinationStream, type Logger as Pino, pino } from 'pino';

import { redacted, redactedError } from './redact.js';

export interface LogOptions {
  readonly service: string;
  readonly level: string;
  /** The active trace, so that a line is found from a trace and back. */
  readonly trace?: () => { readonly traceId: string; readonly spanId: string } | undefined;
  /** Standard output unless a test reads it. */
  readonly destination?: DestinationStream;
}

/**
 * One wide JSON line for each unit of work: `log.info('offer.submitted', { offerId, revision, ms })`. Fields are redacted by
 * name and content, and JSON escapes line breaks, so nothing from outside can forge a line. `error` means that someone must
 * act.
 */
export class Log {
  private readonly pino: Pino;

  constructor(options: LogOptions) {
    const { trace } = options;
    const settings = {
      level: options.level,
      base: { service: options.service, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      messageKey: 'event',
      // Ours is done already, and pino's own would show what we hide.
      serializers: { err: (shown: unknown) => shown },
      formatters: { level: (level: string) => ({ level }) },
      mixin: () => {
        const active = trace?.();
        return active === undefined ? {} : { trace_id: active.traceId, span_id: active.spanId };
      },
    };
    this.pino = options.destination === undefined ? pino(settings) : pino(settings, options.destination);
  }

  debug(event: string, fields: object = {}): void {
    if (this.pino.isLevelEnabled('debug')) this.pino.debug(fit(fields), event);
  }

  info(event: string, fields: object = {}): void {
    this.pino.info(fit(fields), event);
  }

  warn(event: string, fields: object = {}): void {
    this.pino.warn(fit(fields), event);
  }

  error(event: string, error: unknown, fields: object = {}): void {
    this.pino.error({ ...fit(fields), err: fault(error) }, event);
  }

  fatal(event: string, error: unknown, fields: object = {}): void {
    this.pino.fatal({ ...fit(fields), err: fault(error) }, event);
  }
}

const fault = (error: unknown): unknown =>
  error instanceof Error ? redactedError(error) : { type: typeof error, message: redacted(String(error)) };

/** Field names the line itself uses stay the line's own. */
function fit(fields: object): Record<string, unknown> {
  const reserved = new Set(['level', 'time', 'pid', 'service', 'event', 'err', 'trace_id', 'span_id']);
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]: [string, unknown]) => {
      const own = reserved.has(name) ? `${name}_` : name;
      return [own, redactedField(name, value)];
    }),
  );
}

const redactedField = (name: string, value: unknown): unknown => Object.values(Object(redacted({ [name]: value })))[0];
