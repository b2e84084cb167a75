import type { Readable } from 'node:stream';

import { Log } from '@accord/service/logging';
import { Injectable } from '@nestjs/common';

import type { Employer } from '../employer.js';
import { batches } from './batches.js';
import { BrokenInput } from './broken-input.js';
import { inflated } from './decompress.js';
import type { BodyForm } from './formats.js';
import { ImportBatch } from './import-batch.js';
import { ImportStore } from './import.store.js';
import type { RawRecord } from './raw-record.js';
import { SourceText } from './readers/source-text.js';
import type { ImportReceipt } from './receipt.js';
import { recordFrom, type ImportRecord } from './record.js';

const cut = { most: 100, keyOf: ({ reference }: ImportRecord) => reference, idleMs: 250 };

/** Where the records come from, and how they are written down. */
export interface ImportInput extends BodyForm {
  readonly body: Readable;
}

/**
 * Takes offers in as a stream and answers a receipt for each, in order. No more is read than is done: memory stays flat, and
 * a reader that is slow slows the sender. A record that is wrong is refused alone.
 */
@Injectable()
export class ImportOffers {
  constructor(
    private readonly imports: ImportStore,
    private readonly importBatch: ImportBatch,
    private readonly log: Log,
  ) {}

  async *execute(importId: string, employer: Employer, input: ImportInput): AsyncGenerator<ImportReceipt[]> {
    const started = performance.now();
    const counts: Partial<Record<ImportReceipt['status'], number>> = {};
    let outcome: 'complete' | 'interrupted' = 'interrupted';
    try {
      for await (const batch of batches(recordsOf(input), cut)) {
        const receipts = await this.importBatch.execute(importId, employer, batch);
        for (const { status } of receipts) counts[status] = (counts[status] ?? 0) + 1;
        yield receipts;
      }
      outcome = 'complete';
    } finally {
      await this.imports.end(importId, outcome);
      const ms = Math.round(performance.now() - started);
      this.log.info('import.ended', { importId, holder: employer.holder, outcome, ...counts, ms });
    }
  }
}

async function* recordsOf({ body, gzip, read, charset }: ImportInput): AsyncGenerator<ImportRecord> {
  const source = new SourceText(gzip ? inflated(body) : body, charset);
  let position = 0;
  for await (const raw of untilBroken(source, read(source))) yield recordFrom(raw, (position += 1));
}

/** Where the input breaks, a last record says so: what came before has its receipts, and the sender learns where to go on. */
async function* untilBroken(source: SourceText, records: AsyncIterable<RawRecord>): AsyncGenerator<RawRecord> {
  try {
    yield* records;
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    const message = error.code === 'truncated' ? `${error.message}: send it again, whole` : error.message;
    yield { line: error.line ?? source.line, errors: [{ pointer: '', code: error.code, message }] };
  }
}
