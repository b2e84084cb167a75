import type { IncomingHttpHeaders } from 'node:http';
import type { AnswerHead } from './outcome.js';

/** What a sender acts on (when to retry, what it was told) or keeps for the partner to see. */
export const keptHeaders = ['content-type', 'content-encoding', 'date', 'location', 'retry-after'] as const;

const longestHeader = 1024;

export function answerHead(status: number, headers: Readonly<IncomingHttpHeaders>): AnswerHead {
  const kept: Record<string, string> = {};
  for (const name of keptHeaders) {
    const value = headers[name];
    if (value !== undefined) kept[name] = String(value).slice(0, longestHeader);
  }
  return { status, headers: kept };
}

/** The bytes of a reply's body, counted all and kept in part. */
export class ReplyBody {
  readonly #chunks: Buffer[] = [];
  #kept = 0;
  #read = 0;

  constructor(
    private readonly maxBytes: number,
    private readonly keepBytes: number,
  ) {}

  /** @returns false once there are more bytes than may be read */
  add(chunk: Buffer): boolean {
    this.#read += chunk.length;
    const rest = this.keepBytes - this.#kept;
    if (rest > 0) {
      // A copy: the chunk is a window on 64 KiB that would stay in memory with it.
      const part = Buffer.from(chunk.subarray(0, rest));
      this.#chunks.push(part);
      this.#kept += part.length;
    }
    return this.#read <= this.maxBytes;
  }

  result(): { body: Buffer; truncated: boolean; bytesRead: number } {
    return { body: Buffer.concat(this.#chunks), truncated: this.#kept < this.#read, bytesRead: this.#read };
  }
}
