import { showableOffer, type ShowableOffer } from '@accord/contracts/showable-offer';
import { keptPlan } from '@accord/database/statement-names';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface ViewKey {
  readonly offerId: string;
  readonly digest: string;
}

/** The showable views that postings send. */
@Injectable()
export class OfferViewStore {
  constructor(private readonly db: DataSource) {}

  /** Keeps this view and those that postings still want; the others of the offer go, so what nobody may show is not kept. */
  async keep(
    tx: EntityManager,
    offerId: string,
    view: { digest: string; offer: ShowableOffer } | undefined,
  ): Promise<void> {
    await tx.query(
      `delete from offer_view v where offer_id = $1 and digest is distinct from $2
          and not exists (select from posting p where p.offer_id = $1 and p.wanted = 'show' and p.digest = v.digest)`,
      [offerId, view?.digest ?? null],
    );
    if (view === undefined) return;
    await tx.query(
      'insert into offer_view (offer_id, digest, view) values ($1, $2, $3) on conflict (offer_id, digest) do nothing',
      [offerId, view.digest, JSON.stringify(view.offer)],
    );
  }

  /** In the order asked for; none where it is gone. */
  async load(keys: readonly ViewKey[]): Promise<(ShowableOffer | undefined)[]> {
    const rows: { at: number; view: unknown }[] = await this.db.query(
      keptPlan(`select k.at::int as at, v.view from unnest($1::uuid[], $2::text[]) with ordinality as k (offer_id, digest, at)
         join offer_view v using (offer_id, digest)`),
      [keys.map(({ offerId }) => offerId), keys.map(({ digest }) => digest)],
    );
    const found = new Map(rows.map(({ at, view }) => [at, showableOffer.parse(view)]));
    return keys.map((_key, at) => found.get(at + 1));
  }
}
