export type BrokenCode =
  | 'truncated'
  | 'not-gzip'
  | 'inflates-too-far'
  | 'compressed'
  | 'unknown-encoding'
  | 'dtd-refused'
  | 'not-xml'
  | 'no-records'
  | 'timed-out'
  | 'too-many-unreadable'
  | 'too-many-lines';

/** The input ended or broke in a way that no record can be blamed for, and that nothing after it can be read from. */
export class BrokenInput extends Error {
  constructor(
    readonly code: BrokenCode,
    message: string,
    /** Where, if that is known better than by how much was read. */
    readonly line?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'BrokenInput';
  }
}
