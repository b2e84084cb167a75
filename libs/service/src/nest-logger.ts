import type { LoggerService } from '@nestjs/common';

import type { Log } from './logging.js';

type Quiet = 'debug' | 'info' | 'warn';

/** What Nest and libraries say through Nest's `Logger`, on our log: `new Logger('Relay').warn({ event: 'relay.paused', … })`. */
export class NestLogger implements LoggerService {
  constructor(private readonly own: Log) {}

  log(message: unknown, ...rest: unknown[]): void {
    // Nest tells of each route and module at boot; of use only when looking for a fault of the wiring.
    this.say(isEvent(message) ? 'info' : 'debug', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.say('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.say('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.say('debug', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    const { event, fields } = eventOf(message);
    const error = [message, ...Object.values(fields), ...rest].find((one) => one instanceof Error);
    this.own.error(event, error ?? faultOf(message, rest), { ...fields, context: contextOf(rest) });
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.own.fatal(eventOf(message).event, message instanceof Error ? message : faultOf(message, rest));
  }

  private say(level: Quiet, message: unknown, rest: readonly unknown[]): void {
    const { event, fields } = eventOf(message);
    this.own[level](event, { ...fields, context: contextOf(rest) });
  }
}

const isEvent = (message: unknown): message is { readonly event: string } =>
  typeof message === 'object' && message !== null && 'event' in message && typeof message.event === 'string';

function eventOf(message: unknown): { event: string; fields: Record<string, unknown> } {
  if (isEvent(message)) {
    const { event, ...fields } = message;
    return { event, fields };
  }
  return { event: 'nest', fields: { message: message instanceof Error ? message.message : message } };
}

/** Nest's last argument is the name of who speaks; before it may stand a stack. */
const contextOf = (rest: readonly unknown[]): string | undefined => {
  const last = rest.at(-1);
  return typeof last === 'string' && !last.includes('\n') ? last : undefined;
};

function faultOf(message: unknown, rest: readonly unknown[]): Error {
  const error = new Error(typeof message === 'string' ? message : 'see the fields');
  const stack = rest.find((one) => typeof one === 'string' && one.includes('\n'));
  if (typeof stack === 'string') error.stack = stack;
  return error;
}
