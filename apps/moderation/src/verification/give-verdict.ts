import { offerVerified, type Verdict } from '@accord/contracts/events/offer-verified';
import type { Finding } from '@accord/contracts/finding';
import { addToOutbox } from '@accord/messaging/outbox';
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
    const standing = standingAfter({ ...word, approvedBefore: offer.approvedRevision ?? undefined });
    const said = {
      offerId: offer.offerId,
      version: offer.verdictVersion + 1,
      revision: word.revision,
      verdict: word.verdict,
      takeDown: standing.takeDown,
      findings: word.findings.slice(0, MOST_FINDINGS),
      policyVersion,
      decidedBy: word.moderator === undefined ? ('machine' as const) : ('moderator' as const),
      decidedAt: new Date().toISOString(),
      ...(standing.approvedRevision !== undefined && { approvedRevision: standing.approvedRevision }),
    };
    await this.verifications.say(tx, {
      ...said,
      by: word.moderator?.id ?? null,
      approvedRevision: standing.approvedRevision ?? null,
    });
    await this.append(tx, said, word);
    await addToOutbox(tx, offerVerified, said);
    this.given.inc({ verdict: said.verdict, by: said.decidedBy });
  }

  private async append(tx: EntityManager, said: Said, word: NewWord): Promise<void> {
    await tx.query(
      `insert into verdict (offer_id, version, revision, verdict, take_down, findings, policy_version, decided_by,
         moderator, review_id, register, approved_revision, decided_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        said.offerId,
        said.version,
        said.revision,
        said.verdict,
        said.takeDown,
        JSON.stringify(said.findings),
        said.policyVersion,
        said.decidedBy,
        word.moderator?.id ?? null,
        word.moderator?.reviewId ?? null,
        word.register === undefined ? null : JSON.stringify(word.register),
        said.approvedRevision ?? null,
        said.decidedAt,
      ],
    );
  }
}

type Said = Parameters<typeof addToOutbox<typeof offerVerified>>[2];
