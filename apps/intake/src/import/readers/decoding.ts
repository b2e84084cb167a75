import { isUtf8 } from 'node:buffer';

import type { Charset } from './charset.js';

/** A byte that is none of the encoding's. */
export interface BadByte {
  /** Counted from the first byte of the text, before any compression; the first is 0. */
  readonly offset: number;
  readonly byte: number;
}

/** Turns bytes into characters as they come. */
export interface Decoding {
  /** What can be read so far: texts, and between them the bytes that are no part of one. */
  read(bytes: Buffer): readonly (string | BadByte)[];
  end(): readonly (string | BadByte)[];
}

export function decodingOf(charset: Exclude<Charset, 'utf-16'>): Decoding {
  switch (charset) {
    case 'utf-8':
      return new Utf8();
    case 'utf-16le':
    case 'utf-16be':
      return new Utf16(charset === 'utf-16be');
    case 'windows-1252':
    case 'iso-8859-15':
      return new SingleByte(charset);
  }
}

class SingleByte implements Decoding {
  private readonly decoder: InstanceType<typeof TextDecoder>;

  constructor(charset: string) {
    this.decoder = new TextDecoder(charset);
  }

  read(bytes: Buffer): readonly string[] {
    return [this.decoder.decode(bytes, { stream: true })];
  }

  end(): readonly string[] {
    return [this.decoder.decode()];
  }
}

/** Halves of surrogate pairs stay as they are: who reads the record refuses it. */
class Utf16 implements Decoding {
  private rest = Buffer.alloc(0);
  private offset = 0;

  constructor(private readonly bigEndian: boolean) {}

  read(bytes: Buffer): readonly string[] {
    const all = this.rest.length === 0 ? bytes : Buffer.concat([this.rest, bytes]);
    const whole = all.length - (all.length % 2);
    this.rest = Buffer.from(all.subarray(whole));
    this.offset += whole;
    const units = all.subarray(0, whole);
    return [(this.bigEndian ? Buffer.from(units).swap16() : units).toString('utf16le')];
  }

  end(): readonly BadByte[] {
    const [byte] = this.rest;
    return byte === undefined ? [] : [{ offset: this.offset, byte }];
  }
}

class Utf8 implements Decoding {
  private rest = Buffer.alloc(0);
  private offset = 0;

  read(bytes: Buffer): readonly (string | BadByte)[] {
    const all = this.rest.length === 0 ? bytes : Buffer.concat([this.rest, bytes]);
    const whole = all.length - unfinished(all);
    this.rest = Buffer.from(all.subarray(whole));
    return this.decoded(all.subarray(0, whole));
  }

  end(): readonly (string | BadByte)[] {
    const rest = this.rest;
    this.rest = Buffer.alloc(0);
    return this.decoded(rest);
  }

  private decoded(bytes: Buffer): readonly (string | BadByte)[] {
    const start = this.offset;
    this.offset += bytes.length;
    if (isUtf8(bytes)) return [bytes.toString('utf8')];
    const parts: (string | BadByte)[] = [];
    let from = 0;
    for (let at = 0; at < bytes.length;) {
      const length = characterAt(bytes, at);
      if (length > 0) {
        at += length;
        continue;
      }
      parts.push(bytes.toString('utf8', from, at), { offset: start + at, byte: bytes[at] ?? 0 });
      at += 1;
      from = at;
    }
    parts.push(bytes.toString('utf8', from));
    return parts;
  }
}

/** How many bytes at the end begin a character whose others have not come yet. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) !== 0x80) return byte >= 0xc0 && lengthFrom(byte) > back ? back : 0;
  }
  return 0;
}

const lengthFrom = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1);

/** The length of the character of UTF-8 that begins here; 0 where none does (RFC 3629: no overlong form, no surrogate). */
function characterAt(bytes: Buffer, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lengthFrom(lead);
  return lead >= 0xc2 && lead <= 0xf4 && isUtf8(bytes.subarray(at, at + length)) ? length : 0;
}
