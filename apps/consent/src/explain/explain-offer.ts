import type { Subject } from '@accord/service/authentication';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { clockOf } from '../decide/decision.store.js';
import { readRuleFacts } from '../decide/rule-facts.js';
import type { Clause } from '../domain/clause.js';
import { explain, type Explanation } from '../domain/explain.js';
import type { ShowFacts } from '../domain/may-show.js';
import { CLAUSE_COLUMNS, clauseOf, clauseRow } from '../rows/clause-row.js';
import { POSTING_COLUMNS, postingOf, postingRow } from '../rows/posting-row.js';
import { readRows } from '../rows/read-rows.js';

const outcomeRow = z.object({
  state: z.string(),
  reason: z.string().nullable(),
  since: z.date(),
  public_url: z.string().nullable(),
});

export interface OfferExplanation extends Explanation {
  readonly offerId: string;
  readonly partner: string;
  readonly at: string;
  /** What is wanted of the partner, and what the publisher said of it last. */
  readonly posting: Readonly<Record<string, unknown>> | null;
  readonly outcome: Readonly<Record<string, unknown>> | null;
}

/** Why an offer is, or is not, at a partner. */
@Injectable()
export class ExplainOffer {
  constructor(private readonly db: DataSource) {}

  /** @throws Problem not-found */
  async execute(subject: Subject, offerId: string, partner: string): Promise<OfferExplanation> {
    const [facts] = await readRuleFacts(this.db, [offerId], [partner]);
    if (facts === undefined || !(subject.role === 'operator' || facts.offer.holder === subject.id))
      throw new Problem('not-found', 'No offer of yours has this id.');
    const [known] = facts.partners;
    if (known === undefined) {
      const message = 'no such partner: GET /v1/partners lists them';
      throw new Problem('invalid-request', 'The partner is not known.', [
        { pointer: '/partner', in: 'query', code: 'unknown-partner', message },
      ]);
    }
    const now = await clockOf(this.db);
    const all = await this.withEnded(facts);
    return {
      offerId,
      partner,
      at: now.toISOString(),
      ...explain(all, known, now),
      posting: await this.postingOf(offerId, partner),
      outcome: await this.outcomeOf(offerId, partner),
    };
  }

  /** With the clauses that ended lately, for those who wonder why something came down. */
  private async withEnded(facts: ShowFacts): Promise<ShowFacts> {
    const rows = await readRows(
      this.db,
      clauseRow,
      `select ${CLAUSE_COLUMNS} from clause
        where holder_id = $1 and ended_as is not null and (offer_id is null or offer_id = $2)
        order by given_at desc limit 50`,
      [facts.offer.holder, facts.offer.offerId],
    );
    const ended: Clause[] = rows.map(clauseOf);
    return { ...facts, clauses: [...facts.clauses, ...ended] };
  }

  private async postingOf(offerId: string, partner: string) {
    const sql = `select ${POSTING_COLUMNS} from posting where offer_id = $1 and partner_id = $2`;
    const [row] = await readRows(this.db, postingRow, sql, [offerId, partner]);
    return row === undefined ? null : { ...postingOf(row) };
  }

  private async outcomeOf(offerId: string, partner: string) {
    const sql = 'select state, reason, since, public_url from outcome where offer_id = $1 and partner_id = $2';
    const [row] = await readRows(this.db, outcomeRow, sql, [offerId, partner]);
    return row === undefined
      ? null
      : { state: row.state, reason: row.reason, since: row.since.toISOString(), publicUrl: row.public_url };
  }
}
