import { type ProblemCode, problemCodes } from './problem-codes.js';

export type { ProblemCode } from './problem-codes.js';

/** What is wrong with one field, and what to do about it. */
export interface FieldError {
  /** JSON pointer into the body; for another part of the request, into the object `in` names. */
  readonly pointer: string;
  /** Absent means the body. */
  readonly in?: 'query' | 'path' | 'header';
  /** Stable, for programs. */
  readonly code: string;
  /** For people: what is wrong and what to do. Never repeats the value. */
  readonly message: string;
}

export interface ProblemOptions extends ErrorOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly retryAfterS?: number;
  /** Extension members of the answer, such as the service that is down. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/** RFC 9457, as it is answered. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance?: string;
  readonly errors?: readonly FieldError[];
}

/**
 * A refusal the caller can act on. Anything else thrown is our fault: 500 over HTTP, retry then dead letter over Kafka.
 * `detail` says what happened and what to do; it holds no personal data.
 */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    readonly options: ProblemOptions = {},
  ) {
    super(`${code}: ${detail}`, options);
    this.name = 'Problem';
  }

  get status(): number {
    return problemCodes[this.code][0];
  }

  get headers(): Readonly<Record<string, string>> {
    const { headers, retryAfterS } = this.options;
    return { ...headers, ...(retryAfterS !== undefined && { 'retry-after': String(Math.ceil(retryAfterS)) }) };
  }

  toDocument(instance?: string): ProblemDocument {
    return {
      ...this.options.members,
      type: problemType(this.code),
      title: problemCodes[this.code][1],
      status: this.status,
      detail: this.detail,
      ...(instance !== undefined && { instance }),
      ...(this.errors.length > 0 && { errors: this.errors }),
    };
  }
}

/** The stable name of a refusal, as it stands in `type`. */
export const problemType = (code: ProblemCode): string => `https://accord.example/problems/${code}`;
