import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { Employer } from '../employer.js';
import { OfferStore } from '../offer.store.js';
import type { OfferRecord } from '../offer-record.js';
import { PrepareText } from '../prepare-text.js';
import { changeBy, violates } from '../refusals.js';
import { ImportStore } from './import.store.js';
import type { ImportReceipt } from './receipt.js';
import type { ImportRecord } from './record.js';
import { refusedFindings } from './refused-findings.js';
import { type Step, WriteSteps } from './write-steps.js';

/** Another import, or a POST, may take a reference between our look and our insert: then we look again. */
const TRIES = 3;
/** Preparing a text takes half a millisecond: other requests get their turn after so many. */
const AT_A_STRETCH = 10;

/** Does what a batch of records asks for, and writes their receipts, in one transaction. No two have the same reference. */
@Injectable()
export class ImportBatch {
  constructor(
    private readonly db: DataSource,
    private readonly prepare: PrepareText,
    private readonly offers: OfferStore,
    private readonly writeSteps: WriteSteps,
    private readonly imports: ImportStore,
  ) {}

  async execute(importId: string, employer: Employer, records: readonly ImportRecord[]): Promise<ImportReceipt[]> {
    for (let left = TRIES; ; left -= 1) {
      try {
        return await this.db.transaction((tx) => this.once(tx, { importId, employer }, records));
      } catch (error) {
        if (left <= 1 || !violates(error, 'offer_reference_key')) throw error;
      }
    }
  }

  private async once(
    tx: EntityManager,
    of: { readonly importId: string; readonly employer: Employer },
    records: readonly ImportRecord[],
  ): Promise<ImportReceipt[]> {
    const now = new Date();
    const references = records.flatMap((record) => (record.kind === 'unreadable' ? [] : [record.reference]));
    const known = await this.offers.lockByReference(tx, of.employer.holder, references);
    const byReference = new Map(known.map((record) => [record.reference, record]));
    const steps: Step[] = [];
    for (const [at, record] of records.entries()) {
      const there = record.reference === null ? undefined : byReference.get(record.reference);
      steps.push(this.step(record, there, of.employer, now));
      if (at % AT_A_STRETCH === AT_A_STRETCH - 1) await new Promise((resolve) => setImmediate(resolve));
    }
    const receipts = await this.writeSteps.execute(tx, steps, { holder: of.employer.holder, now });
    await this.imports.addReceipts(tx, of.importId, receipts);
    return receipts;
  }

  /** What is to be done for one record; a refusal names what is wrong with it and the others go on. */
  private step(record: ImportRecord, there: OfferRecord | undefined, employer: Employer, now: Date): Step {
    const { line, reference } = record;
    try {
      switch (record.kind) {
        case 'unreadable':
          return { kind: 'refused', line, reference, findings: refusedFindings(record.errors) };
        case 'removal':
          return removal(record, there);
        case 'offer':
          return this.text(record, there, employer, now);
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { kind: 'refused', line, reference, ...(there && { id: there.id }), findings: findingsOf(error) };
    }
  }

  /** @throws Problem */
  private text(
    { line, draft }: Extract<ImportRecord, { kind: 'offer' }>,
    there: OfferRecord | undefined,
    employer: Employer,
    now: Date,
  ): Step {
    if (there === undefined) {
      return { kind: 'created', line, text: this.prepare.execute(draft, employer, { kind: 'new' }, now) };
    }
    changeBy(there.life, { kind: 'revise' });
    const text = this.prepare.execute(draft, employer, { kind: 'revision', closesOn: there.closesOn }, now);
    const same = text.digest.equals(there.draftDigest) && text.content.closesOn === there.closesOn;
    return same
      ? { kind: 'unchanged', line, record: there, findings: text.findings }
      : { kind: 'revised', line, record: there, text };
  }
}

/** @throws Problem not-found */
function removal({ line, reason }: Extract<ImportRecord, { kind: 'removal' }>, there: OfferRecord | undefined): Step {
  if (there === undefined) {
    const message = 'no offer of yours has this reference';
    throw new Problem('not-found', message, [{ pointer: '/reference', code: 'unknown-reference', message }]);
  }
  const change = changeBy(there.life, { kind: 'withdraw' });
  return { kind: 'withdrawn', line, record: there, change, reason };
}

const findingsOf = (problem: Problem): ImportReceipt['findings'] =>
  refusedFindings(
    problem.errors.length > 0 ? problem.errors : [{ pointer: '', code: problem.code, message: problem.detail }],
  );
