import { showableOffer, type ShowableOffer } from '@accord/contracts/showable-offer';
import { keptPlan } from '@accord/database/statement-names';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface ViewKey {
  readonly offerId: string;
  readonly digest: string;
}

/** The view of an offer that is to be sent from now on, if any is. */
export interface KeptView {
  readonly offerId: string;
  readonly view?: { readonly digest: string; readonly offer: ShowableOffer };
}

/** The showable views that postings send. */
@Injectable()
export class OfferViewStore {
  constructor(private readonly db: DataSource) {}

  /** Keeps these views and those that postings still want; others of the offers go, so what nobody may show is not kept. */
  async keep(tx: EntityManager, kept: readonly KeptView[]): Promise<void> {
    await tx.query(
      `delete from offer_view v using unnest($1::uuid[], $2::text[]) as k (offer_id, digest)
        where v.offer_id = k.offer_id and v.digest is distinct from k.digest
          and not exists (select from posting p where p.offer_id = v.offer_id and p.wanted = 'show' and p.digest = v.digest)`,
      [kept.map(({ offerId }) => offerId), kept.map(({ view }) => view?.digest ?? null)],
    );
    const views = kept.flatMap(({ offerId, view }) => (view === undefined ? [] : [{ offerId, ...view }]));
    if (views.length === 0) return;
    await tx.query(
      `insert into offer_view (offer_id, digest, view) select * from unnest($1::uuid[], $2::text[], $3::jsonb[])
       on conflict (offer_id, digest) do nothing`,
      [
        views.map(({ offerId }) => offerId),
        views.map(({ digest }) => digest),
        views.map(({ offer }) => JSON.stringify(offer)),
      ],
    );
  }

  /** Of each offer the view of its latest text, as it stands before a decision is applied. */
  async latestOf(tx: EntityManager, offers: readonly string[]): Promise<ReadonlyMap<string, ShowableOffer>> {
    const rows: { offer_id: string; view: unknown }[] = await tx.query(
      `select distinct on (offer_id) offer_id, view from offer_view where offer_id = any($1::uuid[])
        order by offer_id, (view->>'revision')::integer desc`,
      [offers],
    );
    return new Map(rows.map(({ offer_id: id, view }) => [id, showableOffer.parse(view)]));
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
