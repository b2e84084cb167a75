import type { PublicationDecided } from '@accord/contracts/events/publication-decided';
import { showableOffer, type ShowableOffer } from '@accord/contracts/showable-offer';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';

import { INDEX_VERSION, type IndexedAd, indexedAd } from './domain/index/indexed-ad.js';

/** An ad that is to be on show, of one version of its decision. */
export interface AdToShow {
  readonly offerId: string;
  readonly version: number;
  readonly decidedAt: string;
  readonly view: ShowableOffer;
}

/** An ad that is no longer to be on show, and why. */
interface AdToHide {
  readonly offerId: string;
  readonly version: number;
  readonly because: string;
}

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

const foundAd = z.object({
  shown: z.boolean(),
  published_at: z.date().nullable(),
  gone_at: z.date().nullable(),
  view: showableOffer.nullable(),
});
const toIndex = z.object({ offer_id: z.string(), view: showableOffer });

/** Columns of the index, one array each: the parameters of both statements that write them. */
const columnsOf = (ads: readonly IndexedAd[]): unknown[] => [
  ads.map(({ terms }) => terms),
  ads.map(({ facets }) => facets.join(' ')),
  ads.map(({ payPerHour }) => payPerHour),
  ads.map(({ lat }) => lat),
  ads.map(({ lon }) => lon),
  ads.map(({ morePlaces }) => (morePlaces === null ? null : `{${morePlaces.join(',')}}`)),
];

@Injectable()
export class AdStore {
  constructor(private readonly db: DataSource) {}

  /**
   * Takes decisions on different offers over: the highest version wins, so a duplicate, a late or a replayed one changes
   * nothing.
   */
  async apply(tx: EntityManager, decisions: readonly PublicationDecided[]): Promise<void> {
    const shown = decisions.flatMap(({ offerId, version, decidedAt, ownPortal, offer }) =>
      ownPortal && offer !== null ? [{ offerId, version, decidedAt, view: offer }] : [],
    );
    const hidden = decisions.flatMap(({ offerId, version, standing, ownPortal, offer }) =>
      ownPortal && offer !== null ? [] : [{ offerId, version, because: standing }],
    );
    await this.show(tx, shown);
    await this.hide(tx, hidden);
  }

  /** Puts ads on show, each once. An ad keeps the time it was first on show, and with it its place among the newest. */
  async show(tx: EntityManager, ads: readonly AdToShow[]): Promise<void> {
    if (ads.length === 0) return;
    await tx.query(
      `insert into ad (offer_id, version, shown, published_at, view,
                       terms, facets, pay_per_hour, lat, lon, more_places, indexed_as)
       select g.offer_id, g.version, true, since.published_at, g.view,
              g.terms::tsvector || ad_time_terms(since.published_at), string_to_array(g.facets, ' '),
              g.pay_per_hour, g.lat, g.lon, g.more_places::real[], $11
         from unnest($1::uuid[], $2::bigint[], $3::timestamptz[], $4::jsonb[],
                     $5::text[], $6::text[], $7::integer[], $8::real[], $9::real[], $10::text[])
           as g (offer_id, version, decided_at, view, terms, facets, pay_per_hour, lat, lon, more_places)
         left join ad old on old.offer_id = g.offer_id
        cross join lateral (select coalesce(old.published_at, g.decided_at) as published_at) since
       on conflict (offer_id) do update
         set version = excluded.version, shown = true, published_at = excluded.published_at,
             gone_at = null, gone_because = null, view = excluded.view, terms = excluded.terms,
             facets = excluded.facets, pay_per_hour = excluded.pay_per_hour, lat = excluded.lat, lon = excluded.lon,
             more_places = excluded.more_places, indexed_as = excluded.indexed_as
         where ad.version < excluded.version`,
      [
        ads.map(({ offerId }) => offerId),
        ads.map(({ version }) => version),
        ads.map(({ decidedAt }) => decidedAt),
        ads.map(({ view }) => JSON.stringify(view)),
        ...columnsOf(ads.map(({ view }) => indexedAd(view))),
        INDEX_VERSION,
      ],
    );
  }

  /**
   * Takes ads down and forgets their content; their versions stay, so that an older decision cannot bring one back. An erasure
   * that is found out when the topic is read anew has the version that was shown.
   */
  async hide(tx: EntityManager, ads: readonly AdToHide[]): Promise<void> {
    if (ads.length === 0) return;
    await tx.query(
      `insert into ad (offer_id, version, shown, gone_because)
       select offer_id, version, false, because from unnest($1::uuid[], $2::bigint[], $3::text[])
           as g (offer_id, version, because)
       on conflict (offer_id) do update
         set version = excluded.version, shown = false, view = null, terms = null, facets = null, pay_per_hour = null,
             lat = null, lon = null, more_places = null,
             gone_at = case when ad.shown then clock_timestamp() else ad.gone_at end, gone_because = excluded.gone_because
         where ad.version < excluded.version or (ad.version = excluded.version and excluded.gone_because = 'erased')`,
      [ads.map(({ offerId }) => offerId), ads.map(({ version }) => version), ads.map(({ because }) => because)],
    );
  }

  /**
   * Indexes again some of the ads that an older version of the code indexed, the oldest version first.
   * @returns how many
   */
  async indexAgain(most: number): Promise<number> {
    return this.db.transaction(async (tx) => {
      const rows: unknown = await tx.query(
        `select offer_id, view from ad where shown and indexed_as < $1 order by indexed_as limit $2
            for update skip locked`,
        [INDEX_VERSION, most],
      );
      const ads = z.array(toIndex).parse(rows);
      if (ads.length > 0) await this.writeIndex(tx, ads);
      return ads.length;
    });
  }

  private async writeIndex(tx: EntityManager, ads: readonly z.infer<typeof toIndex>[]): Promise<void> {
    await tx.query(
      `update ad set terms = g.terms::tsvector || ad_time_terms(ad.published_at), facets = string_to_array(g.facets, ' '),
              pay_per_hour = g.pay_per_hour, lat = g.lat, lon = g.lon, more_places = g.more_places::real[], indexed_as = $8
         from unnest($1::uuid[], $2::text[], $3::text[], $4::integer[], $5::real[], $6::real[], $7::text[])
           as g (offer_id, terms, facets, pay_per_hour, lat, lon, more_places)
        where ad.offer_id = g.offer_id`,
      [ads.map((ad) => ad.offer_id), ...columnsOf(ads.map(({ view }) => indexedAd(view))), INDEX_VERSION],
    );
  }

  async find(offerId: string): Promise<FoundAd> {
    const rows: unknown = await this.db.query('select shown, published_at, gone_at, view from ad where offer_id = $1', [
      offerId,
    ]);
    const [row] = z.array(foundAd).parse(rows);
    if (row === undefined || row.published_at === null) return { kind: 'unknown' };
    const { shown, published_at: since, gone_at: gone, view } = row;
    if (!shown || view === null) return { kind: 'gone', since: (gone ?? since).toISOString() };
    return { kind: 'shown', ad: { offerId, publishedAt: since.toISOString(), view } };
  }
}
