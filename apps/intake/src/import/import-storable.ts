import { Log } from '@accord/service/logging';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { Employer } from '../employer.js';
import { ImportBatch } from './import-batch.js';
import { ImportStore } from './import.store.js';
import type { ImportReceipt } from './receipt.js';
import type { ImportRecord } from './record.js';
import { errorFindings, storable } from './record-findings.js';
import { dataExceptionIn, unstorableError } from './unstorable.js';

/** Imports a batch as far as the database can store it. */
@Injectable()
export class ImportStorable {
  constructor(
    private readonly db: DataSource,
    private readonly importBatch: ImportBatch,
    private readonly imports: ImportStore,
    private readonly log: Log,
  ) {}

  /** A record that the database cannot store is refused alone: its batch is done in halves, down to it. */
  async execute(importId: string, employer: Employer, records: readonly ImportRecord[]): Promise<ImportReceipt[]> {
    try {
      return await this.importBatch.execute(importId, employer, records);
    } catch (error) {
      const sqlState = dataExceptionIn(error);
      const [record] = records;
      if (sqlState === undefined || record === undefined) throw error;
      if (records.length === 1) {
        // Our checks let it through: that is ours to know.
        this.log.warn('import.unstorable', { importId, line: record.line, sqlState });
        return this.refused(importId, record, sqlState);
      }
      const half = Math.ceil(records.length / 2);
      const first = await this.execute(importId, employer, records.slice(0, half));
      return [...first, ...(await this.execute(importId, employer, records.slice(half)))];
    }
  }

  private async refused(importId: string, record: ImportRecord, sqlState: string): Promise<ImportReceipt[]> {
    const sourceOf = record.kind === 'unreadable' ? undefined : record.sourceOf;
    const { line, position, reference } = record;
    const receipt: ImportReceipt = {
      line,
      reference: reference === null ? null : storable(reference, 255),
      status: 'refused',
      findings: errorFindings([unstorableError(record, sqlState)], sourceOf),
    };
    await this.imports.addReceipts(this.db, importId, { first: position, receipts: [receipt] });
    return [receipt];
  }
}
