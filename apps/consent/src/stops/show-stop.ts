import type { StopAnswer } from '@accord/contracts/internal/stops';
import type { Subject } from '@accord/service/authentication';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AnswerStop } from './answer-stop.js';
import { type PartnerSilence, silenceOf } from './silence.store.js';
import { readStop, type StopRecord } from './stop-record.js';

export type StopView = StopAnswer & { readonly because: string; readonly partners: readonly PartnerSilence[] };

/** How far a stop is, for those whose offers it is about. */
@Injectable()
export class ShowStop {
  constructor(
    private readonly db: DataSource,
    private readonly answers: AnswerStop,
  ) {}

  /** @throws Problem not-found */
  async execute(subject: Subject, id: string): Promise<StopView> {
    const record = await readStop(this.db, id);
    if (record === undefined || !concerns(record, subject))
      throw new Problem('not-found', 'No stop of yours has this id.');
    const answer = await this.answers.waitFor(id, 0);
    return { ...answer, because: record.because, partners: await silenceOf(this.db, id) };
  }
}

function concerns({ holder_id: holder, scope_kind: kind, scope_id: id }: StopRecord, subject: Subject): boolean {
  if (subject.role === 'operator') return true;
  if (holder !== null) return holder === subject.id;
  return kind === 'partner' ? subject.partner === id : kind === 'holder' && id === subject.id;
}
