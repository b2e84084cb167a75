import type { Command } from 'commander';

import { type Accord, accord } from '../accord.js';
import type { Io } from './io.js';
import { type Settings, settingsOf } from './settings.js';
import { Speech } from './speech.js';

interface GlobalOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly url?: string;
  readonly as?: string;
  readonly lang?: 'fr' | 'en';
}

/** One run of one command. */
export class Session {
  readonly speech: Speech;
  private found: Settings | undefined;

  constructor(
    readonly io: Io,
    private readonly options: GlobalOptions,
  ) {
    this.speech = new Speech(io, { json: options.json ?? false, quiet: options.quiet ?? false });
  }

  static of(io: Io, command: Command): Session {
    return new Session(io, command.optsWithGlobals<GlobalOptions>());
  }

  /** @throws UsageError */
  get settings(): Settings {
    return (this.found ??= settingsOf(this.io, this.options));
  }

  /** @throws UsageError */
  get client(): Accord {
    const { url, token } = this.settings;
    return accord({ url, token, fetch: this.io.fetch });
  }

  /** Of findings and wordings, which Accord has in both. */
  get language(): 'fr' | 'en' {
    const { env } = this.io;
    return this.options.lang ?? (/^fr/i.test(env['LC_ALL'] ?? env['LANG'] ?? '') ? 'fr' : 'en');
  }
}
