import { styleText } from 'node:util';

import type { Io } from './io.js';
import { printable, printableJson } from './printable.js';

export type Look = 'bold' | 'dim' | 'green' | 'yellow' | 'red';

/** How a command speaks: words for people, or with --json one value for programs. */
export class Speech {
  constructor(
    private readonly io: Pick<Io, 'out' | 'err' | 'colours'>,
    private readonly format: { readonly json: boolean; readonly quiet: boolean },
  ) {}

  /** What was found or done: in words, or as it was answered. `id` alone stands on standard output with --quiet. */
  say(words: string, value: unknown, id?: string): void {
    if (this.format.json) this.io.out(`${printableJson(JSON.stringify(value, null, 2))}\n`);
    else if (this.format.quiet && id !== undefined) {
      this.io.err(this.line(words));
      this.io.out(this.line(id));
    } else this.io.out(this.line(words));
  }

  /** One of many: a line of words, or a line of JSON. */
  item(words: string, value: unknown): void {
    this.io.out(this.format.json ? `${printableJson(JSON.stringify(value))}\n` : this.line(words));
  }

  /** Beside the result: for people only. */
  aside(words: string): void {
    if (!this.format.json) this.io.err(this.line(words));
  }

  private line(words: string): string {
    return `${printable(words, this.io.colours)}\n`;
  }

  looks(look: Look, text: string): string {
    return this.io.colours ? styleText(look, text, { validateStream: false }) : text;
  }
}
