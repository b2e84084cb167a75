import { type Charset, charsetOf, tellsCharset } from './charset.js';
import { type BadByte, decodingOf } from './decoding.js';
import { MAX_RECORD } from './max-record.js';

/** Stands where a byte was that could not be read. */
const UNREADABLE = '\ufffd';

/**
 * A body as text, piece by piece: without its byte order mark, and every line end as one `\n`. What could not be decoded is
 * remembered by its place, so that only the record it stands in is refused.
 */
export class SourceText implements AsyncIterable<string> {
  /** The line that what was read so far ends in; the first is 1. */
  line = 1;
  private length = 0;
  private endsInReturn = false;
  private bad: { readonly at: number; readonly byte: BadByte }[] = [];
  /** How many of them are forgotten. */
  private forgotten = 0;

  constructor(
    private readonly bytes: AsyncIterable<Buffer>,
    private readonly charset?: Charset,
  ) {}

  /** The first unreadable byte among the characters `from` to `to`. What stands before `from` is forgotten. */
  badByteIn(from: number, to: number): BadByte | undefined {
    this.forgetBefore(from);
    const first = this.bad[this.forgotten];
    return first !== undefined && first.at < to ? first.byte : undefined;
  }

  /** How many unreadable bytes are remembered. */
  get unreadable(): number {
    return this.bad.length - this.forgotten;
  }

  /** In one pass over all of them: a body may be nothing but unreadable bytes. */
  private forgetBefore(from: number): void {
    while ((this.bad[this.forgotten]?.at ?? Infinity) < from) this.forgotten += 1;
    if (this.forgotten * 2 <= this.bad.length) return;
    this.bad = this.bad.slice(this.forgotten);
    this.forgotten = 0;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<string> {
    const chunks = this.bytes[Symbol.asyncIterator]();
    try {
      const head = await headOf(chunks);
      const decoding = decodingOf(charsetOf(head, this.charset));
      yield* this.piece(decoding.read(head));
      for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
        yield* this.piece(decoding.read(next.value));
      }
      yield* this.piece(decoding.end());
      if (this.endsInReturn) yield* this.piece(['\n']);
    } finally {
      await chunks.return?.();
    }
  }

  private *piece(parts: readonly (string | BadByte)[]): Generator<string> {
    // What began further back is too long to be a record, whatever its bytes.
    this.forgetBefore(this.length - MAX_RECORD);
    let piece = '';
    for (const part of parts) {
      if (typeof part === 'string') piece += this.withLineEnds(part, this.length + piece.length === 0);
      else {
        if (this.endsInReturn) piece += this.withLineEnds(UNREADABLE, false);
        else piece += UNREADABLE;
        this.bad.push({ at: this.length + piece.length - 1, byte: part });
      }
    }
    if (piece === '') return;
    this.length += piece.length;
    for (let at = piece.indexOf('\n'); at !== -1; at = piece.indexOf('\n', at + 1)) this.line += 1;
    yield piece;
  }

  /** A return at the end waits for what follows: a line feed would be the same line end. */
  private withLineEnds(part: string, isFirst: boolean): string {
    const text = isFirst && part.startsWith('\ufeff') ? part.slice(1) : part;
    if (text === '') return text;
    const whole = this.endsInReturn ? `\r${text}` : text;
    this.endsInReturn = whole.endsWith('\r');
    if (!whole.includes('\r')) return whole;
    return (this.endsInReturn ? whole.slice(0, -1) : whole).replace(/\r\n?/g, '\n');
  }
}

/** The first bytes: as many as are needed to tell the encoding, or all there are. */
async function headOf(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (!tellsCharset(head)) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}
