import { Readable } from 'node:stream';

import { CONFIG } from '@accord/service/kit.module';
import { Log } from '@accord/service/logging';
import { Inject, Injectable } from '@nestjs/common';

import type { Employer } from '../employer.js';
import type { IntakeConfig } from '../intake.config.js';
import { batches } from './batches.js';
import { chunksOf } from './body-chunks.js';
import { inflated } from './decompress.js';
import type { BodyForm } from './formats.js';
import { ImportStorable } from './import-storable.js';
import { ImportStore } from './import.store.js';
import { Reading } from './reading.js';
import { SourceText } from './readers/source-text.js';
import type { ImportReceipt } from './receipt.js';
import type { ImportRecord } from './record.js';

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
    private readonly importStorable: ImportStorable,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: IntakeConfig,
  ) {}

  async *execute(importId: string, employer: Employer, input: ImportInput): AsyncGenerator<ImportReceipt[]> {
    const started = performance.now();
    const counts: Partial<Record<ImportReceipt['status'], number>> = {};
    let outcome: 'complete' | 'interrupted' = 'interrupted';
    const reading = readingOf(input, this.config.IMPORT_IDLE_MS);
    try {
      for await (const batch of batches(reading, cut)) {
        const receipts = await this.importStorable.execute(importId, employer, batch);
        for (const { status } of receipts) counts[status] = (counts[status] ?? 0) + 1;
        yield receipts;
      }
      if (reading.endedEarly === undefined) outcome = 'complete';
    } finally {
      await this.imports.end(importId, outcome, reading.endedEarly);
      const ms = Math.round(performance.now() - started);
      this.log.info('import.ended', {
        importId,
        holder: employer.holder,
        outcome,
        early: reading.endedEarly?.rule,
        ...counts,
        ms,
      });
    }
  }
}

function readingOf({ body, gzip, read, charset }: ImportInput, idleMs: number): Reading {
  const chunks = chunksOf(body, idleMs);
  const source = new SourceText(gzip ? inflated(Readable.from(chunks, { objectMode: false })) : chunks, charset);
  return new Reading(read(source), () => source.line);
}
