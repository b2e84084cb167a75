import { Log } from '@accord/service/logging';
import { activeTrace } from '@accord/service/trace-context';
import { z } from 'zod';

const line = z.looseObject({ level: z.string(), event: z.string() });
export type LogLine = z.infer<typeof line>;

/** A service's log that a test can read: every line as it would have been written. */
export class CapturedLog {
  readonly raw: string[] = [];
  readonly log: Log;

  constructor(service: string, level = 'debug') {
    const destination = { write: (text: string) => void this.raw.push(text) };
    this.log = new Log({ service, level, trace: activeTrace, destination });
  }

  get lines(): LogLine[] {
    return this.raw.map((text) => line.parse(JSON.parse(text)));
  }

  /** The lines of one kind of event. */
  of(event: string): LogLine[] {
    return this.lines.filter((one) => one.event === event);
  }

  get text(): string {
    return this.raw.join('');
  }
}
