import type { FieldError } from '@accord/service/problem';

import { MAX_RECORD } from './max-record.js';
import type { SourceText } from './source-text.js';

/** The text of one record, and where it stands: its first line, its first character, the one after its last. */
export interface RecordText {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** Undefined: longer than a record may be, and not kept. */
  readonly text: string | undefined;
}

export const tooLong: FieldError = {
  pointer: '',
  code: 'payload-too-large',
  message: `a record may have ${MAX_RECORD} characters at most: shorten it`,
};

/** Why a record's text is none: too long, bytes of another encoding, characters that cannot be stored. */
export function textError(source: SourceText, { line, from, to, text }: RecordText): FieldError | undefined {
  const bad = source.badByteIn(from, to);
  if (text === undefined) return tooLong;
  if (bad !== undefined) {
    const byte = `byte 0x${bad.byte.toString(16).toUpperCase().padStart(2, '0')} at offset ${bad.offset}`;
    const fix = 'encode the file as UTF-8, or say what it is in (Content-Type: …; charset=windows-1252)';
    return error(
      'not-utf8',
      `the record that begins in line ${line} is not in the encoding it is said to be in: ${byte}; ${fix}`,
    );
  }
  if (text.includes('\u0000')) return error('nul-character', 'the record holds a NUL character: remove it');
  if (!text.isWellFormed())
    return error('lone-surrogate', 'the record holds half of a surrogate pair: correct or remove it');
  return undefined;
}

const error = (code: string, message: string): FieldError => ({ pointer: '', code, message });
