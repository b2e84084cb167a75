import { type ShowFacts, whereItMayBe } from './may-show.js';
import { endedBy, type Stop, type StopScope } from './stop.js';
import { type OpenShow, permitsToClose } from './withdrawal.js';

export type StopOutcome =
  /** This transaction carried it out. */
  | { readonly kind: 'applied'; readonly waitsFor: number }
  /** It was carried out before. */
  | { readonly kind: 'known' }
  /** The row stands at something newer: the change is not made. */
  | { readonly kind: 'superseded' };

/** What a stop asks of its database, in one transaction at READ COMMITTED; each call has a snapshot of its own. */
export interface StopStatements {
  /** Exclusive: waits for every transaction that holds the row for share, and keeps new ones out. */
  lock(scope: StopScope): Promise<void>;
  known(id: string): Promise<boolean>;
  /** Makes the change; false where the row stands at something newer. */
  apply(stop: Stop): Promise<boolean>;
  /** Open show permits of the scope. Their rows are locked, so that a closing under way is seen or sees the list. */
  openShows(scope: StopScope): Promise<readonly OpenShow[]>;
  /** What decides about these offers now, with all partners named. */
  factsOf(permits: readonly OpenShow[]): Promise<readonly ShowFacts[]>;
  clock(): Promise<Date>;
  /** The stop with its list. An empty list: it is *stopped*, at this instant. */
  record(stop: Stop, list: readonly OpenShow[], at: Date): Promise<void>;
  forgetIntent(id: string): Promise<void>;
}

/**
 * Step 2 of a withdrawal, idempotent by its id: change the locked row, and list the permits that are open against it. After
 * the lock no permit is being opened in the scope, and whoever opens one later reads the change.
 */
export async function carryOut(db: StopStatements, stop: Stop): Promise<StopOutcome> {
  await db.lock(stop.scope);
  if (await db.known(stop.id)) {
    await db.forgetIntent(stop.id);
    return { kind: 'known' };
  }
  if (!(await db.apply(stop))) {
    await db.forgetIntent(stop.id);
    return { kind: 'superseded' };
  }
  const open = await db.openShows(stop.scope);
  const facts = await db.factsOf(open);
  const at = await db.clock();
  const list = permitsToClose(open, endedBy(stop), allowedAt(facts, at));
  await db.record(stop, list, at);
  await db.forgetIntent(stop.id);
  return { kind: 'applied', waitsFor: list.length };
}

/** Whether a pair is allowed, by what was read after the change. */
function allowedAt(facts: readonly ShowFacts[], at: Date): (permit: OpenShow) => boolean {
  const pairs = new Set(
    facts.flatMap((one) =>
      whereItMayBe(one, at).partners.flatMap(({ allowed, partner }) =>
        allowed ? [`${one.offer.offerId} ${partner}`] : [],
      ),
    ),
  );
  return ({ offerId, partner }) => pairs.has(`${offerId} ${partner}`);
}
