import { type OfferVerified, offerVerified, type Verdict } from '@accord/contracts/events/offer-verified';
import type { Finding } from '@accord/contracts/finding';
import { addAllToOutbox } from '@accord/messaging/outbox';
import type { EstablishmentAnswer } from '@accord/offer-checks/check';
import { Metrics } from '@accord/service/metrics';
import { Injectable } from '@nestjs/common';
import type { Counter } from 'prom-client';
import type { EntityManager } from 'typeorm';

import { standingAfter } from '../domain/approved-revision.js';
import { policyVersion } from '../domain/verdict-policy.js';
import { VerificationStore, type Verification } from './verification.store.js';

/** A word on one revision, by the machine or by a moderator. */
export interface NewWord {
  readonly revision: number;
  readonly verdict: Verdict;
  readonly takeDown: boolean;
  readonly findings: readonly Finding[];
  readonly register?: EstablishmentAnswer;
  /** Absent: the machine's. */
  readonly moderator?: { readonly id: string; readonly reviewId: string };
}

/** The contract's limit; an offer with more faults is not helped by a longer list. */
const MOST_FINDINGS = 100;

/** Says a word: keeps it with the offer, appends it to the history, and tells the topic. */
@Injectable()
export class GiveVerdict {
  private readonly given: Counter<'verdict' | 'by'>;

  constructor(
    private readonly verifications: VerificationStore,
    metrics: Metrics,
  ) {
    this.given = metrics.counter('moderation_verdicts_total', 'Words on revisions', ['verdict', 'by']);
  }

  /** The offer's row must be locked in this transaction. */
  async execute(tx: EntityManager, offer: Verification, word: NewWord): Promise<void> {
    await this.executeAll(tx, [{ offer, word }]);
  }

  /** Of different offers, whose rows must be locked in this transaction. */
  async executeAll(tx: EntityManager, words: readonly WordOn[]): Promise<void> {
    if (words.length === 0) return;
    const all = words.map(({ offer, word }) => ({ word, said: saidOf(offer, word) }));
    await this.verifications.say(
      tx,
      all.map(({ word, said }) => ({
        ...said,
        by: word.moderator?.id ?? null,
        approvedRevision: said.approvedRevision ?? null,
      })),
    );
    await append(tx, all);
    await addAllToOutbox(
      tx,
      offerVerified,
      all.map(({ said }) => said),
    );
    for (const { said } of all) this.given.inc({ verdict: said.verdict, by: said.decidedBy });
  }
}

/** A word, and on which offer. */
export interface WordOn {
  readonly offer: Verification;
  readonly word: NewWord;
}

function saidOf(offer: Verification, word: NewWord): Said {
  const standing = standingAfter({ ...word, approvedBefore: offer.approvedRevision ?? undefined });
  return {
    offerId: offer.offerId,
    version: offer.verdictVersion + 1,
    revision: word.revision,
    verdict: word.verdict,
    takeDown: standing.takeDown,
    findings: word.findings.slice(0, MOST_FINDINGS),
    policyVersion,
    decidedBy: word.moderator === undefined ? 'machine' : 'moderator',
    decidedAt: new Date().toISOString(),
    ...(standing.approvedRevision !== undefined && { approvedRevision: standing.approvedRevision }),
  };
}

async function append(
  tx: EntityManager,
  all: readonly { readonly word: NewWord; readonly said: Said }[],
): Promise<void> {
  await tx.query(
    `insert into verdict (offer_id, version, revision, verdict, take_down, findings, policy_version, decided_by,
       moderator, review_id, register, approved_revision, decided_at)
     select * from unnest($1::uuid[], $2::bigint[], $3::int[], $4::text[], $5::boolean[], $6::jsonb[], $7::text[], $8::text[],
       $9::text[], $10::uuid[], $11::jsonb[], $12::int[], $13::timestamptz[])`,
    [
      all.map(({ said }) => said.offerId),
      all.map(({ said }) => said.version),
      all.map(({ said }) => said.revision),
      all.map(({ said }) => said.verdict),
      all.map(({ said }) => said.takeDown),
      all.map(({ said }) => JSON.stringify(said.findings)),
      all.map(({ said }) => said.policyVersion),
      all.map(({ said }) => said.decidedBy),
      all.map(({ word }) => word.moderator?.id ?? null),
      all.map(({ word }) => word.moderator?.reviewId ?? null),
      all.map(({ word }) => (word.register === undefined ? null : JSON.stringify(word.register))),
      all.map(({ said }) => said.approvedRevision ?? null),
      all.map(({ said }) => said.decidedAt),
    ],
  );
}

type Said = OfferVerified;
