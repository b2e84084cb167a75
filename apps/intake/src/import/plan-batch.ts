import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { assertMay, type Employer } from '../employer.js';
import { notCovered, outsideMandate } from '../mandates/covers.js';
import { OfferStore } from '../offer.store.js';
import { isOwn, type OfferRecord, saysTheSame } from '../offer-record.js';
import { PrepareText, revisionOf } from '../prepare-text.js';
import { changeBy, referenceTaken } from '../refusals.js';
import type { ImportReceipt } from './receipt.js';
import type { ImportRecord } from './record.js';
import { errorFindings } from './record-findings.js';
import type { Step } from './write-steps.js';

/** Preparing a text takes half a millisecond: other requests get their turn after so many. */
const AT_A_STRETCH = 10;

/** Finds out what is to be done for each record of a batch, and locks the offers it is about. */
@Injectable()
export class PlanBatch {
  constructor(
    private readonly prepare: PrepareText,
    private readonly offers: OfferStore,
  ) {}

  async execute(tx: EntityManager, employer: Employer, records: readonly ImportRecord[], now: Date): Promise<Step[]> {
    const references = records.flatMap((record) => (record.kind === 'unreadable' ? [] : [record.reference]));
    const known = await this.known(tx, employer, references);
    if (known instanceof Problem) return records.map((record) => refused(record, known));
    const byReference = new Map(known.map((record) => [record.reference, record]));
    const outside = await outsideMandate(
      tx,
      employer,
      known.map(({ id }) => id),
    );
    const steps: Step[] = [];
    for (const record of records) {
      const there = record.reference === null ? undefined : byReference.get(record.reference);
      const own = there === undefined || isOwn(there, employer);
      // Somebody else's is refused for its reference alone, whatever it is for.
      if (there !== undefined && own && outside.has(there.id)) steps.push(refused(record, notCovered(employer)));
      else steps.push(this.step(record, there, employer, now));
      if (steps.length % AT_A_STRETCH === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    return steps;
  }

  /** A mandate may end while an import goes on: what is left is refused, and says why. */
  private known(
    tx: EntityManager,
    employer: Employer,
    references: readonly string[],
  ): Promise<readonly OfferRecord[] | Problem> {
    return this.offers.lockByReference(tx, employer, references).catch((error: unknown) => {
      if (error instanceof Problem) return error;
      throw error;
    });
  }

  /** A refusal names what is wrong with its record; the others go on. */
  private step(record: ImportRecord, there: OfferRecord | undefined, employer: Employer, now: Date): Step {
    const { line, reference } = record;
    // Under a mandate, an offer of the employer's own is there for its reference alone.
    if (there !== undefined && !isOwn(there, employer)) return refused(record, referenceTaken(undefined));
    try {
      switch (record.kind) {
        case 'unreadable':
          return { kind: 'refused', line, reference, findings: record.findings };
        case 'removal':
          assertMay(employer, 'stop');
          return removal(record, there);
        case 'offer':
          return this.text(record, there, employer, now);
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { kind: 'refused', line, reference, ...(there && { id: there.id }), findings: findingsOf(error) };
    }
  }

  /** @throws Problem mandate-required, siret-not-yours, invalid-request, state-forbids */
  private text({ line, draft }: OfferRecordLine, there: OfferRecord | undefined, employer: Employer, now: Date): Step {
    assertMay(employer, there === undefined ? 'submit' : 'revise');
    if (there === undefined) {
      return { kind: 'created', line, text: this.prepare.execute(draft, employer, { kind: 'new' }, now) };
    }
    changeBy(there.life, { kind: 'revise' });
    const text = this.prepare.execute(draft, employer, revisionOf(there), now);
    return saysTheSame(there, text)
      ? { kind: 'unchanged', line, record: there, findings: text.findings }
      : { kind: 'revised', line, record: there, text };
  }
}

const refused = ({ line, reference }: ImportRecord, problem: Problem): Step => ({
  kind: 'refused',
  line,
  reference,
  findings: findingsOf(problem),
});

type OfferRecordLine = Extract<ImportRecord, { kind: 'offer' }>;

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
  errorFindings(
    problem.errors.length > 0 ? problem.errors : [{ pointer: '', code: problem.code, message: problem.detail }],
  );
