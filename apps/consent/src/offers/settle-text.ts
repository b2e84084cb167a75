import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { textToShow } from '../domain/shown-text.js';
import { CarryOutStop } from '../stops/carry-out-stop.js';
import { stopIdOf } from '../stops/stop-id.js';
import { isShownAnywhere } from './is-shown.js';
import { readHead, showText } from './offer.store.js';
import { keptTexts, readVerdict } from './verdict.store.js';

/** Puts the text on show that moderation last approved. The offer's row is locked. */
@Injectable()
export class SettleText {
  constructor(private readonly stops: CarryOutStop) {}

  async execute(tx: EntityManager, offerId: string): Promise<void> {
    const head = await readHead(tx, offerId);
    const verdict = await readVerdict(tx, offerId);
    if (head === undefined || verdict === undefined) return;
    const word = verdict.verdict === 'rejected' ? 'rejected' : 'other';
    await tx.query('update offer set verdict = $2 where offer_id = $1 and verdict <> $2', [offerId, word]);
    const change = textToShow(verdict, head.shown_revision ?? undefined, await keptTexts(tx, offerId));
    if (change.kind === 'keep') return;
    const revision = change.kind === 'show' ? change.revision : null;
    if (!(await isShownAnywhere(tx, offerId))) {
      await showText(tx, offerId, revision);
      return;
    }
    await this.stops.inEvent(tx, {
      id: stopIdOf('text', offerId, verdict.version, revision ?? 'none'),
      scope: { kind: 'offer', id: offerId },
      because: revision === null ? 'verification-lost' : 'text-replaced',
      holder: head.holder_id,
      requestedAt: new Date().toISOString(),
      change: { kind: 'text', revision },
    });
  }
}
