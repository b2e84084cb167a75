/** Classes of SQLSTATE that say "not now" and not "never": connection, rollback, resources, operator, system. */
const TRANSIENT_CLASSES = new Set(['08', '40', '53', '57', '58']);
/** Lock not available · session ended for idling in a transaction · read only (a standby answers) · credentials being changed. */
const TRANSIENT_CODES = new Set(['55P03', '25P03', '25006', '28000', '28P01']);
const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
]);
/** `pg` and TypeORM give these no code. TypeORM's say that the connection broke under a transaction. */
const TRANSIENT_NAMES = new Set(['QueryRunnerAlreadyReleasedError', 'QueryRunnerProviderAlreadyReleasedError']);
const TRANSIENT_MESSAGES = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'not queryable',
  'Cannot use a pool after calling end',
];
/** A migration changed what a statement answers whose plan a session had kept: it is planned anew the next time. */
const STALE_PLAN = 'cached plan must not change result type';

/** Whether a failure is the database's (or its network's) moment of weakness: the same call may succeed later. */
export function isTransient(error: unknown): boolean {
  return isStalePlan(error) || causes(error).some(isTransientItself);
}

export const isStalePlan = (error: unknown): boolean =>
  causes(error).some((each) => textOf(each, 'code') === '0A000' && textOf(each, 'message') === STALE_PLAN);

function isTransientItself(error: object): boolean {
  const code = textOf(error, 'code');
  if (code !== undefined) {
    if (NETWORK_CODES.has(code) || TRANSIENT_CODES.has(code)) return true;
    if (/^[0-9A-Z]{5}$/.test(code) && TRANSIENT_CLASSES.has(code.slice(0, 2))) return true;
  }
  if (TRANSIENT_NAMES.has(textOf(error, 'name') ?? '')) return true;
  const message = textOf(error, 'message') ?? '';
  return TRANSIENT_MESSAGES.some((text) => message.includes(text));
}

/** The error, what it wraps (`cause`, TypeORM's `driverError`) and what it gathers (`AggregateError`), at most 8 deep. */
function causes(error: unknown, depth = 0): object[] {
  if (typeof error !== 'object' || error === null || depth > 8) return [];
  const inner = [Reflect.get(error, 'cause'), Reflect.get(error, 'driverError')];
  if (error instanceof AggregateError) inner.push(...error.errors);
  return [error, ...inner.flatMap((each) => causes(each, depth + 1))];
}

function textOf(error: object, field: string): string | undefined {
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' ? value : undefined;
}
