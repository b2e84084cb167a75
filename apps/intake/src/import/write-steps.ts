import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ContactVault } from '../contact-vault.js';
import type { Change } from '../domain/offer-life.js';
import type { Employer } from '../employer.js';
import { makeOffer } from '../make-offer.js';
import { type NewOffer, NewOfferStore } from '../new-offer.store.js';
import type { OfferRecord } from '../offer-record.js';
import type { PreparedText } from '../prepare-text.js';
import { stopStatusPath } from '../show-stop.js';
import { CommitStops } from '../commit-stops.js';
import { WriteText } from '../write-text.js';
import type { ImportFinding, ImportReceipt } from './receipt.js';

/** What is to be done for one record. */
export type Step =
  | { readonly kind: 'created'; readonly line: number; readonly text: PreparedText }
  | { readonly kind: 'revised'; readonly line: number; readonly record: OfferRecord; readonly text: PreparedText }
  | {
      readonly kind: 'unchanged';
      readonly line: number;
      readonly record: OfferRecord;
      readonly findings: readonly ImportFinding[];
    }
  | {
      readonly kind: 'withdrawn';
      readonly line: number;
      readonly record: OfferRecord;
      /** Undefined: it is withdrawn already. */
      readonly change: Change | undefined;
      readonly reason: string | undefined;
    }
  | {
      readonly kind: 'refused';
      readonly line: number;
      readonly reference: string | null;
      readonly id?: string;
      readonly findings: ImportFinding[];
    };

/** Writes the steps of a batch, each kind in one go, and answers a receipt each, in order. */
@Injectable()
export class WriteSteps {
  constructor(
    private readonly vault: ContactVault,
    private readonly newOffers: NewOfferStore,
    private readonly writeText: WriteText,
    private readonly commitStops: CommitStops,
  ) {}

  async execute(
    tx: EntityManager,
    steps: readonly Step[],
    { employer, now }: { readonly employer: Employer; readonly now: Date },
  ): Promise<ImportReceipt[]> {
    const made = new Map<Step, NewOffer>();
    for (const step of steps) {
      if (step.kind === 'created') made.set(step, makeOffer(step.text, employer, this.vault, now));
    }
    if (made.size > 0) await this.newOffers.insert(tx, [...made.values()]);
    const revised = await this.revise(tx, steps, { by: employer.by, now });
    await this.withdraw(tx, steps, employer.by);
    return steps.map((step) => receiptOf(step, made, revised));
  }

  private async revise(
    tx: EntityManager,
    steps: readonly Step[],
    { by, now }: { readonly by: string; readonly now: Date },
  ): Promise<ReadonlyMap<string, number>> {
    const texts = steps.filter((step) => step.kind === 'revised');
    if (texts.length === 0) return new Map();
    const records = await this.writeText.execute(tx, texts, now, { by });
    return new Map(records.map(({ id, life }) => [id, life.revision]));
  }

  /** Consent is asked by the follower, at once: an import does not wait for each. */
  private async withdraw(tx: EntityManager, steps: readonly Step[], by: string): Promise<void> {
    const wanted = steps.flatMap((step) =>
      step.kind === 'withdrawn' && step.change !== undefined
        ? [{ record: step.record, change: step.change, reason: step.reason, by }]
        : [],
    );
    if (wanted.length > 0) await this.commitStops.execute(tx, wanted, { askedBy: 'follower' });
  }
}

function receiptOf(step: Step, made: ReadonlyMap<Step, NewOffer>, revised: ReadonlyMap<string, number>): ImportReceipt {
  const { line, kind: status } = step;
  switch (step.kind) {
    case 'created': {
      const { reference } = step.text.content;
      return { line, reference, id: made.get(step)?.record.id, revision: 1, status, findings: [...step.text.findings] };
    }
    case 'revised': {
      const { id, reference } = step.record;
      return { line, reference, id, revision: revised.get(id), status, findings: [...step.text.findings] };
    }
    case 'unchanged': {
      const { id, reference, life } = step.record;
      return { line, reference, id, revision: life.revision, status, findings: [...step.findings] };
    }
    case 'withdrawn': {
      const { id, reference } = step.record;
      return { line, reference, id, status, stop: stopStatusPath(id), findings: [] };
    }
    case 'refused':
      return { line, reference: step.reference, ...(step.id && { id: step.id }), status, findings: step.findings };
  }
}
