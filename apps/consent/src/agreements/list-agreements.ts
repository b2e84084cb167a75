import { type Subject } from '@accord/service/authentication';
import { decodeCursor, type Page, pageOf } from '@accord/service/cursor';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { readRows } from '../rows/read-rows.js';
import { type AgreementView, findAgreement, listAgreementRows, readViewedAt, viewOf } from './agreement-row.js';

const position = z.tuple([z.iso.datetime(), z.uuid()]);
const lostRow = z.object({ agreement: z.string(), digest: z.string(), given_at: z.date() });

export interface ListQuery {
  readonly state?: 'active' | 'ended';
  readonly offer?: string;
  readonly cursor?: string;
  readonly limit: number;
  /** Whose; an operator may ask for anyone's. */
  readonly holder?: string;
}

/** Agreements that a restore lost: stopped until they are given again. */
export interface LostAgreement {
  readonly id: string;
  readonly digest: string;
  readonly givenAt: string;
}

@Injectable()
export class ListAgreements {
  constructor(private readonly db: DataSource) {}

  async execute(subject: Subject, query: ListQuery): Promise<Page<AgreementView> & { readonly lost: LostAgreement[] }> {
    const holder = subject.role === 'operator' ? (query.holder ?? '') : subject.id;
    const [givenAt, id] = query.cursor === undefined ? [] : decodeCursor(query.cursor, position);
    const rows = await listAgreementRows(this.db, {
      holder,
      offer: query.offer,
      state: query.state,
      ...(givenAt !== undefined && id !== undefined && { before: { givenAt, id } }),
      limit: query.limit + 1,
    });
    const at = await readViewedAt(this.db);
    const page = pageOf(rows, query.limit, (row) => [row.given_at.toISOString(), row.clause_id]);
    return { ...page, items: page.items.map((row) => viewOf(row, at)), lost: await this.lostOf(holder) };
  }

  /** @throws Problem not-found */
  async one(subject: Subject, id: string): Promise<AgreementView> {
    const row = await findAgreement(this.db, id);
    const own = subject.role === 'operator' || row?.holder_id === subject.id;
    if (row === undefined || !own) throw new Problem('not-found', 'No agreement of yours has this id.');
    return viewOf(row, await readViewedAt(this.db));
  }

  private async lostOf(holder: string): Promise<LostAgreement[]> {
    const sql =
      'select agreement, digest, given_at from lost_agreement where holder_id = $1 order by given_at limit 200';
    const rows = await readRows(this.db, lostRow, sql, [holder]);
    return rows.map(({ agreement, digest, given_at }) => ({ id: agreement, digest, givenAt: given_at.toISOString() }));
  }
}
