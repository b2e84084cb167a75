import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { type MandateAct, type MandateFacts, type Standing, standingOf } from '../domain/mandate.js';
import type { HeldMandate } from '../employer.js';
import type { MandateView } from './bodies.js';
import { parisToday } from './in-force.js';

/** Who confirmed or ended a mandate. An operator's id stands for a person: it is kept, and not shown. */
export interface Actor {
  readonly role: 'holder' | 'agent' | 'operator';
  readonly id: string;
}

export interface Mandate extends MandateFacts {
  readonly id: string;
  readonly holder: string;
  readonly agent: string;
  readonly kind: HeldMandate['kind'];
  readonly sirets: readonly string[] | null;
  readonly acts: readonly MandateAct[];
  readonly proof: MandateView['proof'] | null;
  readonly declaredBy: 'holder' | 'agent';
  readonly createdAt: Date;
  readonly confirmed?: { readonly at: Date; readonly by: Actor };
  readonly ended?: { readonly at: Date; readonly by: Actor; readonly reason: string | null };
  /** By the database's clock, today. */
  readonly standing: Standing;
}

interface Row {
  id: string;
  holder: string;
  agent: string;
  kind: Mandate['kind'];
  sirets: string[] | null;
  acts: MandateAct[];
  proof: MandateView['proof'] | null;
  declared_by: Mandate['declaredBy'];
  state: Mandate['state'];
  starts_day: string;
  ends_day: string | null;
  today: string;
  created_at: Date;
  confirmed_at: Date | null;
  confirmed_by: Actor | null;
  ended_at: Date | null;
  ended_by: Actor | null;
  end_reason: string | null;
}

export interface MandateQuery {
  /** Whose: as the employer or as who acts; undefined: everybody's. */
  readonly party: string | undefined;
  readonly state: Mandate['state'] | undefined;
  readonly before: string | undefined;
  readonly limit: number;
}

const fields = `m.*, m.starts_on::text as starts_day, m.ends_on::text as ends_day, ${parisToday}::text as today`;
type Source = Pick<EntityManager, 'query'>;

@Injectable()
export class MandateStore {
  constructor(private readonly db: DataSource) {}

  find(id: string): Promise<Mandate | undefined> {
    return findMandate(this.db, id);
  }

  /** The one that is open, else the last that was. Index: mandate_by_agent. */
  async of(holder: string, agent: string): Promise<Mandate | undefined> {
    const rows: Row[] = await this.db.query(
      `select ${fields} from mandate m where holder = $1 and agent = $2 order by state = 'ended', id desc limit 1`,
      [holder, agent],
    );
    return rows[0] && mandateOf(rows[0]);
  }

  /** The newest first; one more than the limit. Indexes: mandate_by_holder, mandate_by_agent, mandate_pending. */
  async list({ party, state, before, limit }: MandateQuery): Promise<Mandate[]> {
    const rows: Row[] = await this.db.query(
      `select ${fields} from mandate m
        where ($1::text is null or holder = $1 or agent = $1) and ($2::uuid is null or id < $2)
          and ($3::text is null or $3 = case when ends_on < ${parisToday} then 'ended' else state end)
        order by id desc limit $4`,
      [party ?? null, before ?? null, state ?? null, limit + 1],
    );
    return rows.map(mandateOf);
  }

  /** The next one may take the place of one whose last day is over. */
  async closeLapsed(tx: EntityManager, holder: string, agent: string): Promise<void> {
    await tx.query(
      `update mandate set state = 'ended', ended_at = (ends_on + 1)::timestamp at time zone 'Europe/Paris'
        where holder = $1 and agent = $2 and state <> 'ended' and ends_on < ${parisToday}`,
      [holder, agent],
    );
  }

  /** @throws unique_violation (mandate_open) */
  async add(tx: EntityManager, mandate: NewRow): Promise<void> {
    await tx.query(
      `insert into mandate (id, holder, agent, kind, sirets, acts, proof, declared_by, state, starts_on, ends_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, coalesce($10::date, ${parisToday}), $11)`,
      [
        mandate.id,
        mandate.holder,
        mandate.agent,
        mandate.kind,
        mandate.sirets,
        mandate.acts,
        mandate.proof === null ? null : JSON.stringify(mandate.proof),
        mandate.declaredBy,
        mandate.state,
        mandate.startsOn ?? null,
        mandate.endsOn ?? null,
      ],
    );
  }

  /** Answers whether it was pending. */
  async confirm(id: string, by: Actor): Promise<boolean> {
    const [, changed]: [unknown, number] = await this.db.query(
      `update mandate set state = 'active', confirmed_at = now(), confirmed_by = $2 where id = $1 and state = 'pending'`,
      [id, JSON.stringify(by)],
    );
    return changed > 0;
  }

  /** Waits for what is being written under it; nothing is afterwards. */
  async end(id: string, by: Actor, reason: string | undefined): Promise<void> {
    await this.db.query(
      `update mandate set state = 'ended', ended_at = clock_timestamp(), ended_by = $2, end_reason = $3
        where id = $1 and state <> 'ended'`,
      [id, JSON.stringify(by), reason ?? null],
    );
  }

  /** The day it is for mandates. */
  async today(): Promise<string> {
    const rows: { today: string }[] = await this.db.query(`select ${parisToday}::text as today`);
    return rows[0]?.today ?? '';
  }
}

export async function findMandate(from: Source, id: string): Promise<Mandate | undefined> {
  const rows: Row[] = await from.query(`select ${fields} from mandate m where id = $1`, [id]);
  return rows[0] && mandateOf(rows[0]);
}

export type NewRow = Pick<Mandate, 'id' | 'holder' | 'agent' | 'kind' | 'sirets' | 'acts' | 'proof' | 'declaredBy'> &
  Pick<Mandate, 'state' | 'endsOn'> & { readonly startsOn: string | undefined };

function mandateOf(row: Row): Mandate {
  const facts = { state: row.state, startsOn: row.starts_day, ...(row.ends_day !== null && { endsOn: row.ends_day }) };
  return {
    id: row.id,
    holder: row.holder,
    agent: row.agent,
    kind: row.kind,
    sirets: row.sirets,
    acts: row.acts,
    proof: row.proof,
    declaredBy: row.declared_by,
    ...facts,
    createdAt: row.created_at,
    ...(row.confirmed_at !== null &&
      row.confirmed_by !== null && { confirmed: { at: row.confirmed_at, by: row.confirmed_by } }),
    ...(row.ended_at !== null &&
      row.ended_by !== null && { ended: { at: row.ended_at, by: row.ended_by, reason: row.end_reason } }),
    standing: standingOf(facts, row.today),
  };
}
