import type { StopAnswer } from '@accord/contracts/internal/stops';
import type { Subject } from '@accord/service/authentication';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { type Stop, stop } from '../domain/stop.js';
import { readRows } from '../rows/read-rows.js';
import { AnswerStop } from './answer-stop.js';
import { type PartnerSilence, silenceOf } from './silence.store.js';
import { readStop } from './stop-record.js';

export type StopView = StopAnswer & { readonly because: string; readonly partners: readonly PartnerSilence[] };

/** How far a stop is, for those whose offers it is about. */
@Injectable()
export class ShowStop {
  constructor(
    private readonly db: DataSource,
    private readonly answers: AnswerStop,
  ) {}

  /** Declared and not carried out yet is *stopping* too: whoever was sent here by a 202 finds it. @throws Problem not-found */
  async execute(subject: Subject, id: string): Promise<StopView> {
    // In this order: what is no longer declared is carried out, both in one transaction.
    const about = (await this.declared(id)) ?? (await this.carriedOut(id));
    if (about === undefined || !concerns(about, subject))
      throw new Problem('not-found', 'No stop of yours has this id.');
    const answer = await this.answers.waitFor(id, 0);
    return { ...answer, because: about.because, partners: await silenceOf(this.db, id) };
  }

  private async carriedOut(id: string): Promise<StopSubject | undefined> {
    const record = await readStop(this.db, id);
    if (record === undefined) return undefined;
    const { because, holder_id: holder, scope_kind: kind, scope_id: scopeId } = record;
    return { because, holder, scope: { kind, id: scopeId } };
  }

  private async declared(id: string): Promise<StopSubject | undefined> {
    const sql = 'select change from stop_intent where stop_id = $1 and change is not null';
    const [intent] = await readRows(this.db, intentRow, sql, [id]);
    if (intent === undefined) return undefined;
    const { because, holder = null, scope } = intent.change;
    return { because, holder, scope };
  }
}

const intentRow = z.object({ change: stop });

/** What a stop is about. */
interface StopSubject {
  readonly because: string;
  readonly holder: string | null;
  readonly scope: Stop['scope'];
}

function concerns({ holder, scope: { kind, id } }: StopSubject, subject: Subject): boolean {
  if (subject.role === 'operator') return true;
  if (holder !== null) return holder === subject.id;
  return kind === 'partner' ? subject.partner === id : kind === 'holder' && id === subject.id;
}
