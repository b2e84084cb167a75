import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Something a person did in the queue. */
export interface AuditEntry {
  /** A subject's id; `reader` for whoever reports without a name. */
  readonly actor: string;
  readonly action: 'claimed' | 'decided' | 'appealed' | 'reported';
  readonly offerId: string;
  readonly revision: number;
  readonly reviewId: string;
  readonly verdict?: string;
}

/** Appends to the record of who did what; the application's role can neither change nor remove an entry. */
@Injectable()
export class AuditStore {
  async append(tx: EntityManager, entry: AuditEntry): Promise<void> {
    await tx.query(
      `insert into audit_entry (at, actor, action, offer_id, revision, review_id, verdict)
       values (now(), $1, $2, $3, $4, $5, $6)`,
      [entry.actor, entry.action, entry.offerId, entry.revision, entry.reviewId, entry.verdict ?? null],
    );
  }
}
