import type { PublicationDecided } from '@accord/contracts/events/publication-decided';
import { showableOffer, type ShowableOffer } from '@accord/contracts/showable-offer';
import { communeByCode } from '@accord/reference-data/communes';
import { occupationByCode } from '@accord/reference-data/occupations';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';

import { indexedAd } from './domain/indexed-ad.js';
import { type Search, searchSql } from './domain/search-sql.js';

const shownAd = z.object({ offer_id: z.string(), published_at: z.date(), view: showableOffer });
const foundAd = z.object({
  shown: z.boolean(),
  published_at: z.date().nullable(),
  gone_at: z.date().nullable(),
  view: showableOffer.nullable(),
});

/** One ad of the index. */
export interface ShownAd {
  readonly offerId: string;
  readonly publishedAt: string;
  readonly view: ShowableOffer;
}

/** What the portal knows of an id: an ad on show, one that was, or nothing. */
export type FoundAd =
  | { readonly kind: 'shown'; readonly ad: ShownAd }
  | { readonly kind: 'gone'; readonly since: string }
  | { readonly kind: 'unknown' };

@Injectable()
export class AdStore {
  constructor(private readonly db: DataSource) {}

  /** Takes a decision over: the highest version wins, so a duplicate, a late or a replayed one changes nothing. */
  async apply(tx: EntityManager, decision: PublicationDecided): Promise<void> {
    if (decision.ownPortal && decision.offer !== null) await this.show(tx, decision, decision.offer);
    else await this.hide(tx, decision.offerId, decision.version, decision.standing);
  }

  private async show(tx: EntityManager, decision: PublicationDecided, view: ShowableOffer): Promise<void> {
    const ad = indexedAd(
      view,
      occupationByCode(view.occupation.romeCode)?.label,
      (code) => communeByCode(code)?.location,
    );
    const changed: unknown[] = await tx.query(
      `insert into ad (offer_id, version, shown, published_at, view, occupation, contract_type, words)
       values ($1, $2, true, $3, $4, $5, $6,
               setweight(to_tsvector('french', $7), 'A') || setweight(to_tsvector('french', $8), 'B'))
       on conflict (offer_id) do update
         set version = excluded.version, shown = true, published_at = coalesce(ad.published_at, excluded.published_at),
             gone_at = null, gone_because = null, view = excluded.view, occupation = excluded.occupation,
             contract_type = excluded.contract_type, words = excluded.words
         where ad.version < excluded.version
       returning offer_id`,
      [decision.offerId, decision.version, decision.decidedAt, view, ad.occupation, ad.contractType, ad.title, ad.body],
    );
    if (changed.length === 0) return;
    await tx.query('delete from ad_place where offer_id = $1', [decision.offerId]);
    await tx.query(
      `insert into ad_place (offer_id, commune, department, lat, lon)
       select $1, * from unnest($2::text[], $3::text[], $4::float8[], $5::float8[])`,
      [
        decision.offerId,
        ad.places.map(({ commune }) => commune),
        ad.places.map(({ department }) => department),
        ad.places.map(({ lat }) => lat),
        ad.places.map(({ lon }) => lon),
      ],
    );
  }

  /** Takes an ad down and forgets its content; its version stays, so that an older decision cannot bring it back. */
  async hide(tx: EntityManager, offerId: string, version: number, because: string): Promise<void> {
    await tx.query(
      `insert into ad (offer_id, version, shown, gone_because) values ($1, $2, false, $3)
       on conflict (offer_id) do update
         set version = excluded.version, shown = false, view = null, words = null,
             gone_at = case when ad.shown then clock_timestamp() else ad.gone_at end, gone_because = excluded.gone_because
         where ad.version < excluded.version`,
      [offerId, version, because],
    );
    await tx.query('delete from ad_place p using ad where p.offer_id = $1 and ad.offer_id = $1 and not ad.shown', [
      offerId,
    ]);
  }

  /** One row more than the limit, newest first. */
  async search(search: Search): Promise<ShownAd[]> {
    const { text, values } = searchSql(search);
    const rows: unknown = await this.db.query(text, values);
    return z.array(shownAd).parse(rows).map(toShownAd);
  }

  async find(offerId: string): Promise<FoundAd> {
    const rows: unknown = await this.db.query('select shown, published_at, gone_at, view from ad where offer_id = $1', [
      offerId,
    ]);
    const [row] = z.array(foundAd).parse(rows);
    if (row === undefined || row.published_at === null) return { kind: 'unknown' };
    if (!row.shown || row.view === null)
      return { kind: 'gone', since: (row.gone_at ?? row.published_at).toISOString() };
    return { kind: 'shown', ad: toShownAd({ offer_id: offerId, published_at: row.published_at, view: row.view }) };
  }
}

const toShownAd = (row: z.infer<typeof shownAd>): ShownAd => ({
  offerId: row.offer_id,
  publishedAt: row.published_at.toISOString(),
  view: row.view,
});
