/** What is wrong with one field; a JSON pointer into the body, or into the part of the request that `in` names. */
export interface FieldProblem {
  readonly pointer: string;
  readonly in?: string;
  readonly code: string;
  readonly message: string;
}

/** A problem document (RFC 9457), as far as it was one. */
export interface ProblemDocument {
  /** Stable, for programs. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance?: string;
  readonly errors: readonly FieldProblem[];
}

/** Accord refused, or could not: trying the same again changes nothing unless `retryAfterMs` says when it would. */
export class AccordProblem extends Error {
  override readonly name = 'AccordProblem';

  constructor(
    readonly document: ProblemDocument,
    readonly retryAfterMs?: number,
  ) {
    super(wordsOf(document, retryAfterMs));
  }

  get status(): number {
    return this.document.status;
  }

  /** The last part of its type: `precondition-failed`. */
  get code(): string {
    return this.document.type.split('/').at(-1) ?? this.document.type;
  }

  get errors(): readonly FieldProblem[] {
    return this.document.errors;
  }
}

/** No answer came: whether the request was carried out is not known, unless `sent` is false. */
export class AccordUnreachable extends Error {
  override readonly name = 'AccordUnreachable';

  constructor(
    readonly url: string,
    readonly sent: boolean,
    options: ErrorOptions & { why: string },
  ) {
    super(`${new URL(url).origin} gave no answer: ${options.why}.`, options);
  }
}

/** An answer as it came: its body has been read, unless it is a stream. */
export interface Answer {
  readonly response: Response;
  readonly text: string;
}

/** What a refusal says; a body that is no problem document (a proxy's page, an identity provider's error) becomes one. */
export function problemOf({ response, text }: Answer, retryAfterMs?: number): AccordProblem {
  const body = parsed(text);
  const word = (name: string): string | undefined => {
    const value = body[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const { status, statusText } = response;
  const document = {
    type: word('type') ?? 'about:blank',
    title: word('title') ?? word('error') ?? (statusText === '' ? `HTTP ${status}` : statusText),
    status,
    detail: word('detail') ?? word('error_description') ?? '',
    ...(word('instance') !== undefined && { instance: word('instance') }),
    errors: Array.isArray(body['errors']) ? body['errors'].flatMap(fieldOf) : [],
  };
  return new AccordProblem(document, retryAfterMs);
}

function fieldOf(value: unknown): FieldProblem[] {
  if (!isRecord(value)) return [];
  const { pointer, code, message, in: part } = value;
  if (typeof pointer !== 'string' || typeof message !== 'string') return [];
  return [
    { pointer, message, code: typeof code === 'string' ? code : '', ...(typeof part === 'string' && { in: part }) },
  ];
}

/** One line, and one for each field: fit for a terminal and for a log. */
function wordsOf({ status, title, detail, errors }: ProblemDocument, retryAfterMs: number | undefined): string {
  const again = retryAfterMs === undefined ? '' : ` Try again in ${Math.ceil(retryAfterMs / 1_000)} s.`;
  const head = `${status} ${title}${detail === '' ? '' : `: ${detail}`}${again}`;
  return [head, ...errors.map((error) => `  ${placeOf(error)}: ${error.message}`)].join('\n');
}

const placeOf = ({ in: part, pointer }: FieldProblem): string =>
  part === undefined ? pointer || '(the whole body)' : `${part} ${pointer.slice(1)}`;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
