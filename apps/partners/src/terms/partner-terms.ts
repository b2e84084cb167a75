import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { AskStop, type StopView } from '../ask-stop.js';
import type { PartnerView } from '../bodies.js';
import { viewOf } from '../change-partner.js';
import { Directory } from '../directory.js';
import { confirmTerms, termsState } from '../domain/confirmed-terms.js';
import { PartnerEntity } from '../partner.entity.js';
import type { NewTerms, TermsConfirmation, TermsView } from './terms-bodies.js';
import { addTerms, readTerms, storeConfirmation, type TermsRow } from './terms.store.js';

/** So few that whoever confirms one sees all that it carries. */
const MOST_WAITING = 20;

/** A partner's own terms: it publishes them, the operator confirms them, and a material change asks employers again. */
@Injectable()
export class PartnerTerms {
  constructor(
    private readonly db: DataSource,
    private readonly directory: Directory,
    private readonly askStop: AskStop,
  ) {}

  /** @throws Problem not-found */
  async list(id: string, { unconfirmed }: { readonly unconfirmed: boolean }): Promise<TermsView[]> {
    const { partner } = await this.directory.find(id);
    const all = (await readTerms(this.db, id)).map((row) => termsViewOf(row, partner.termsVersion));
    return unconfirmed ? all : all.filter(({ confirmedAt }) => confirmedAt !== undefined);
  }

  /** They are in force once an operator confirms them. @throws Problem not-found, state-forbids */
  publish(id: string, terms: NewTerms): Promise<TermsView> {
    return this.db.transaction(async (tx) => {
      const partner = await tx.findOne(PartnerEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (partner === null) throw new Problem('not-found', 'There is no partner with this id.');
      if (partner.status === 'closed') throw new Problem('state-forbids', 'A closed partner publishes no terms.');
      const published = await readTerms(tx, id);
      if (published.filter(({ version: one }) => one > partner.termsVersion).length >= MOST_WAITING)
        throw new Problem(
          'state-forbids',
          `${MOST_WAITING} versions wait for the operator, who must confirm one first.`,
        );
      const [newest] = published;
      const version = (newest?.version ?? 0) + 1;
      await addTerms(tx, id, version, terms);
      const [added] = await readTerms(tx, id);
      if (added?.version !== version) throw new Error(`version ${version} of the terms of ${id} was not stored`);
      return termsViewOf(added, partner.termsVersion);
    });
  }

  /**
   * A material change is a stop: agreements under older terms count no longer there until they are renewed.
   * @throws Problem not-found, state-forbids
   */
  async confirm(
    id: string,
    version: number,
    { material }: TermsConfirmation,
    actor: string,
  ): Promise<PartnerView & { readonly stop?: StopView }> {
    const what = { actor, what: `confirmed version ${version} of its terms` };
    const { stop } = await this.directory.change(id, what, async (tx, { partner }) => {
      const published = (await readTerms(tx, id)).map((row) => ({ ...row, confirmed: row.confirmed_at !== null }));
      const inForce = { version: partner.termsVersion, material: partner.termsMaterial };
      const after = confirmTerms(inForce, published, { version, material });
      if (after === undefined) throw notToConfirm(published, version);
      partner.termsVersion = after.version;
      partner.termsMaterial = after.material;
      await storeConfirmation(tx, id, { version, material: after.material === version, actor });
    });
    const { partner } = await this.directory.find(id);
    return { ...viewOf(partner), ...(stop !== undefined && { stop: await this.askStop.execute(stop) }) };
  }
}

const notToConfirm = (published: readonly TermsRow[], version: number): Problem =>
  published.some((one) => one.version === version)
    ? new Problem('state-forbids', 'This version, or a later one, is in force already.')
    : new Problem('not-found', 'The partner has published no such version: GET /v1/partners/{id}/terms.');

const termsViewOf = (row: TermsRow, inForce: number): TermsView => ({
  version: row.version,
  url: row.url,
  ...(row.digest !== null && { digest: row.digest }),
  summary: row.summary,
  material: row.material,
  state: termsState({ version: row.version, confirmed: row.confirmed_at !== null }, inForce),
  publishedAt: row.published_at.toISOString(),
  ...(row.confirmed_at !== null && { confirmedAt: row.confirmed_at.toISOString() }),
});
