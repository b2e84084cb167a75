import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { textToShow, type VerdictFacts } from '../domain/shown-text.js';
import type { Db } from '../rows/read-rows.js';
import { CarryOutStop } from '../stops/carry-out-stop.js';
import { stopIdOf } from '../stops/stop-id.js';
import { shownAnywhere } from './is-shown.js';
import { type OfferHead, readHeads } from './offer.store.js';
import { keptTexts, showTexts } from './text.store.js';
import { readVerdicts } from './verdict.store.js';

/** An offer that is to show another text, or none. */
interface NewText {
  readonly head: OfferHead;
  readonly verdict: VerdictFacts;
  readonly revision: number | null;
}

/** Puts the texts on show that moderation last approved. The offers' rows are locked. */
@Injectable()
export class SettleText {
  constructor(private readonly stops: CarryOutStop) {}

  async execute(tx: EntityManager, offers: readonly string[]): Promise<void> {
    const heads = await readHeads(tx, offers);
    const verdicts = await readVerdicts(tx, offers);
    const judged = [...heads.values()].flatMap((head) => {
      const verdict = verdicts.get(head.offer_id);
      return verdict === undefined ? [] : [{ head, verdict }];
    });
    if (judged.length === 0) return;
    await keepWords(tx, judged);
    const changes = await changesOf(tx, judged);
    if (changes.length === 0) return;
    const shown = await shownAnywhere(
      tx,
      changes.map(({ head }) => head.offer_id),
    );
    await showTexts(
      tx,
      changes
        .filter(({ head }) => !shown.has(head.offer_id))
        .map(({ head, revision }) => ({ offerId: head.offer_id, revision })),
    );
    for (const change of changes) if (shown.has(change.head.offer_id)) await this.replace(tx, change);
  }

  /** Where some partner is to show the text before it, that is a withdrawal. */
  private async replace(tx: EntityManager, { head, verdict, revision }: NewText): Promise<void> {
    const { offer_id: offerId, holder_id: holder } = head;
    await this.stops.inEvent(tx, {
      id: stopIdOf('text', offerId, verdict.version, revision ?? 'none'),
      scope: { kind: 'offer', id: offerId },
      because: revision === null ? 'verification-lost' : 'text-replaced',
      holder,
      requestedAt: new Date().toISOString(),
      change: { kind: 'text', revision },
    });
  }
}

type Judged = Omit<NewText, 'revision'>;

async function keepWords(tx: Db, judged: readonly Judged[]): Promise<void> {
  await tx.query(
    `update offer o set verdict = n.verdict from unnest($1::uuid[], $2::text[]) as n (offer_id, verdict)
      where o.offer_id = n.offer_id and o.verdict <> n.verdict`,
    [
      judged.map(({ head }) => head.offer_id),
      judged.map(({ verdict }) => (verdict.verdict === 'rejected' ? 'rejected' : 'other')),
    ],
  );
}

async function changesOf(tx: Db, judged: readonly Judged[]): Promise<NewText[]> {
  const others = judged.filter(({ head, verdict }) => verdict.approvedRevision !== (head.shown_revision ?? undefined));
  const kept = await keptTexts(
    tx,
    others.map(({ head }) => head.offer_id),
  );
  return others.flatMap(({ head, verdict }) => {
    const change = textToShow(verdict, head.shown_revision ?? undefined, kept.get(head.offer_id) ?? new Set());
    return change.kind === 'keep' ? [] : [{ head, verdict, revision: change.kind === 'show' ? change.revision : null }];
  });
}
