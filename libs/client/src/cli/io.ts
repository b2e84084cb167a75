import type { Fetch } from '../platform-fetch.js';

/** All that a command has to do with the world around it: a test gives another one. */
export interface Io {
  /** Without `node` and the program. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array>;
  out(text: string): void;
  err(text: string): void;
  /** What the process is to end with, where it is not 0. */
  exit(code: number): void;
  /** Colours are welcome. */
  readonly colours: boolean;
  readonly fetch?: Fetch;
  /** Aborted when the user has had enough (Ctrl-C). */
  readonly signal: AbortSignal;
}
