import { eventsCommitted } from '@accord/messaging/outbox-wake';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { Employer } from '../employer.js';
import { violates } from '../refusals.js';
import { ImportStore } from './import.store.js';
import { PlanBatch } from './plan-batch.js';
import type { ImportReceipt } from './receipt.js';
import type { ImportRecord } from './record.js';
import { findingsInFile } from './record-findings.js';
import { WriteSteps } from './write-steps.js';

/** Another import, or a POST, may take a reference between our look and our insert: then we look again. */
const TRIES = 3;

/** Does what a batch of records asks for, and writes their receipts, in one transaction. No two have the same reference. */
@Injectable()
export class ImportBatch {
  constructor(
    private readonly db: DataSource,
    private readonly planBatch: PlanBatch,
    private readonly writeSteps: WriteSteps,
    private readonly imports: ImportStore,
  ) {}

  async execute(importId: string, employer: Employer, records: readonly ImportRecord[]): Promise<ImportReceipt[]> {
    for (let left = TRIES; ; left -= 1) {
      try {
        const receipts = await this.once(importId, employer, records);
        eventsCommitted(this.db);
        return receipts;
      } catch (error) {
        if (left <= 1 || !violates(error, 'offer_reference_key')) throw error;
      }
    }
  }

  private once(importId: string, employer: Employer, records: readonly ImportRecord[]): Promise<ImportReceipt[]> {
    return this.db.transaction(async (tx) => {
      const now = new Date();
      const steps = await this.planBatch.execute(tx, employer, records, now);
      const written = await this.writeSteps.execute(tx, steps, { employer, now });
      const receipts = written.map((receipt, at) => inFile(receipt, records[at]));
      await this.imports.addReceipts(tx, importId, { first: records[0]?.position ?? 1, receipts });
      return receipts;
    });
  }
}

/** A receipt in the words of the file, with what its reader had to say. */
function inFile(receipt: ImportReceipt, record: ImportRecord | undefined): ImportReceipt {
  if (record === undefined || record.kind === 'unreadable') return receipt;
  return { ...receipt, findings: findingsInFile(receipt.findings, record.notes, record.sourceOf) };
}
