import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { Attempt } from './attempt-row.js';
import type { Claimed } from './claim.store.js';
import { afterAttempt } from './domain/after-attempt.js';
import { afterUnsent } from './domain/after-unsent.js';
import type { Attempted, Unsent } from './domain/attempt-result.js';
import type { Posting } from './domain/posting.js';
import { KeepAttempts } from './keep-attempts.js';
import { type HeldPosting, PostingStore } from './posting.store.js';
import { RecallNews } from './recall-news.js';
import { tellOutcomes, withVersions } from './tell-outcomes.js';

/** What came of a posting that was claimed. */
export interface Conclusion {
  readonly claimed: Claimed;
  readonly attempted: Attempted;
  readonly end:
    { readonly kind: 'attempt'; readonly attempt: Attempt } | { readonly kind: 'unsent'; readonly unsent: Unsent };
}

export interface Concluded {
  /** Milliseconds until the posting is due again; none where it is not. */
  readonly dueInMs?: number;
}

interface Step {
  readonly before: Posting;
  readonly after: Posting;
  /** The lease is ours to give back. */
  readonly owned: boolean;
}

export class RetryScale {
  constructor(readonly value: number) {}
}

/** The attempt, the posting's new state and the event that tells of it, many in one transaction. */
@Injectable()
export class StoreConclusions {
  constructor(
    private readonly postings: PostingStore,
    private readonly attempts: KeepAttempts,
    private readonly recalls: RecallNews,
    private readonly scale: RetryScale,
  ) {}

  async execute(tx: EntityManager, conclusions: readonly Conclusion[]): Promise<Concluded[]> {
    const ids = conclusions.map(({ claimed }) => claimed.posting.id);
    const held = await this.postings.lock(tx, ids);
    const now = await this.postings.now(tx);
    const steps = this.stepsOf(conclusions, held, now);
    const { all, news, recalls } = withVersions(steps, now);
    const owned = all.filter((_posting, at) => steps[at]?.owned === true);
    await this.postings.release(tx, owned);
    await this.postings.save(
      tx,
      all.filter((posting) => !owned.includes(posting)),
    );
    const attempts = conclusions.flatMap(({ end }) => (end.kind === 'attempt' ? [end.attempt] : []));
    await this.attempts.execute(tx, attempts);
    await tellOutcomes(tx, news);
    this.recalls.tell(tx, recalls);
    const due = new Map(all.map(({ id, dueAt }) => [id, dueAt]));
    return ids.map((id) => dueIn(due.get(id), now));
  }

  /** One step a posting; one that was erased meanwhile has none. */
  private stepsOf(conclusions: readonly Conclusion[], held: readonly HeldPosting[], now: Date): Step[] {
    const rows = new Map(held.map((one) => [one.posting.id, one]));
    const steps = new Map<string, Step>();
    for (const conclusion of conclusions) {
      const { id } = conclusion.claimed.posting;
      const row = rows.get(id);
      if (row === undefined) continue;
      const earlier = steps.get(id);
      const owned = row.lease === conclusion.claimed.lease;
      const after = this.next(earlier?.after ?? row.posting, conclusion, { owned, now });
      steps.set(id, { before: row.posting, after, owned: owned || earlier?.owned === true });
    }
    return [...steps.values()];
  }

  private next(posting: Posting, { attempted, end }: Conclusion, facts: { owned: boolean; now: Date }): Posting {
    const { owned, now } = facts;
    const pace = { scale: this.scale.value, random: Math.random() };
    if (end.kind === 'attempt') {
      const { id: permit, result } = end.attempt;
      return afterAttempt(posting, { attempted, result, permit, ownedLease: owned, now, pace });
    }
    return owned ? afterUnsent(posting, { attempted, unsent: end.unsent, now, pace }) : posting;
  }
}

const dueIn = (dueAt: Date | undefined, now: Date): Concluded =>
  dueAt === undefined ? {} : { dueInMs: Math.max(0, dueAt.getTime() - now.getTime()) };
