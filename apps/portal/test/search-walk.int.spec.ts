import { composeShowable } from '@accord/offer-composer/compose-showable';
import { eventually } from '@accord/testing/eventually';
import fc from 'fast-check';

import { AdSearchStore } from '../src/ad-search.store.js';
import { searchesOf } from '../src/domain/request/searches.js';
import { searchQuery } from '../src/domain/request/search-query.js';
import { theKnowledge } from '../src/knowledge.js';
import { SearchablePortal } from './searchable-portal.js';

const TODAY = '2026-11-15';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Searches of every order and kind, common and rare. */
const queries = [
  '',
  'q=vendeur',
  'q=technicien de maintenance',
  'q=responsable',
  'q=équipe',
  'q=boulanger ou coiffeur',
  'q="chef d\'équipe"',
  'q=chef -chantier',
  'q=-vous',
  'q=agent paris',
  'contract=CDI',
  'contract=CDI,MIS&domain=D&sort=date',
  'payMin=1500&sort=date',
  'q=conseiller&payMin=1400',
  'commune=69123&radius=80',
  'q=vendeur&commune=75056&radius=100&sort=distance',
  'commune=31555&sort=distance',
  'q=agent&commune=44109&radius=150&sort=distance&contract=CDI',
  'postedSince=2026-11-10',
  'q=xyzzyx',
] as const;

describe('the walk through a search', () => {
  let portal: SearchablePortal;

  beforeAll(async () => {
    portal = await SearchablePortal.start();
    const views = Array.from({ length: 1_500 }, (_, index) => composeShowable(index, { today: TODAY }));
    // Most as composed; some at one instant, and some from years ago.
    await portal.showAll(
      views.map((view, at) => ({
        view,
        at: at % 10 === 0 ? '2026-11-03T10:00:00.000Z' : at % 37 === 0 ? '2019-05-05T05:05:05Z' : view.createdAt,
      })),
    );
  }, 60_000);
  afterAll(() => portal.stop());

  it.each(queries)('%j by pages is the same as at once, each ad once', async (query) => {
    const whole = (await portal.walk(`${query}&limit=100`)).map(({ offerId }) => offerId);
    expect(new Set(whole).size).toBe(whole.length);
    const paged = (await portal.walk(`${query}&limit=${whole.length > 200 ? 61 : 7}`)).map(({ offerId }) => offerId);
    expect(paged).toEqual(whole);
  });

  it.each(queries)('%j finds what reading and sorting everything finds, in the same order', async (query) => {
    const asked = searchQuery.parse(Object.fromEntries(new URLSearchParams(query)));
    const [search] = searchesOf(asked, new Date(), theKnowledge());
    const whole = (await portal.walk(`${query}&limit=100`)).map(({ offerId }) => offerId);
    if (asked.sort === 'distance') {
      const nearest = await plainly(search.match === undefined ? [] : [search.match], search.filter);
      expect(whole.toSorted()).toEqual(nearest.toSorted());
      const { items } = await portal.find(`${query}&limit=100`);
      const distances = items.map(({ distanceKm = -1 }) => distanceKm);
      expect(distances).toEqual(distances.toSorted((a, b) => a - b));
      return;
    }
    const found = search.tiers.length > 0 || search.filter.codes !== undefined || search.filter.place !== undefined;
    expect(whole).toEqual(await plainly(found ? search.tiers : [], search.filter));
    const { total } = await portal.find(`${query}&countTo=10000&limit=1`);
    expect(total).toEqual({ value: whole.length, relation: 'exactly' });
  });

  /** The same search without windows, in one statement that reads every ad. */
  async function plainly(
    tiers: readonly string[],
    filter: ReturnType<typeof searchesOf>[number]['filter'],
  ): Promise<string[]> {
    const { codes, place, excluded, leastPay, around, since } = filter;
    const rows: { offer_id: string }[] = await portal.harness.dataSource.query(
      `select offer_id
         from ad, unnest($1::text[]) with ordinality tier (condition, place)
        where shown and (tier.condition = '' or terms @@ tier.condition::tsquery)
          and ($2::tsquery is null or terms @@ $2) and ($3::tsquery is null or terms @@ $3)
          and ($4::tsquery is null or not terms @@ $4)
          and ($5::integer is null or pay_per_hour >= $5)
          and ($6::float8 is null or km_to_ad(lat, lon, more_places, $7, $8) <= $6)
          and ($9::timestamptz is null or published_at >= $9)
        order by tier.place, published_at desc, offer_id desc`,
      [
        tiers.length === 0 ? [''] : tiers,
        codes,
        place,
        excluded,
        leastPay,
        around?.radius,
        around?.lat,
        around?.lon,
        since?.toISOString(),
      ],
    );
    return rows.map((row) => row.offer_id);
  }

  const day = Date.parse(TODAY) / 1_000;
  it.each([
    ['that is not known', [], []],
    ['of a few ads a day', [day - 1e9, day], [-3_000, 0]],
    ['of many ads a second', [day - 1e4, day], [-1e9, 0]],
    ['of ads that are all older', [day - 1e9, day - 9e8], [-1_500, 0]],
    ['of ads that are all newer', [day + 1e6, day + 2e6], [-1_500, 0]],
    ['of ads of one instant', [day, day, day], [-1_500, -700, 0]],
  ])('finds the same through windows by a ladder %s', async (_, instants, ranks) => {
    for (const query of [
      'q=vendeur',
      'q=agent de',
      'q=équipe&sort=date',
      'contract=CDI',
      'q=chef -chantier',
      'q=conseiller&payMin=1400',
    ]) {
      const asked = searchQuery.parse(Object.fromEntries(new URLSearchParams(query)));
      const [search] = searchesOf(asked, new Date(), theKnowledge());
      const { codes = null, excluded = null, leastPay = null } = search.filter;
      const values = [codes, excluded, leastPay, instants, ranks];
      const filter = 'row($1::tsquery, null, $2::tsquery, $3::integer, null, null, null, null)::ad_filter';
      const tiers = search.tiers.length === 0 ? [null] : search.tiers;
      const newest: { offer_id: string }[] = await portal.harness.dataSource.query(
        `select offer_id from newest_ads(${filter}, $6::tsquery[], 1, 'infinity', '${LAST_ID}', 10000, $4, $5, '1 min')`,
        [...values, tiers],
      );
      const plain = await plainly(search.tiers, search.filter);
      expect(newest.map((row) => row.offer_id)).toEqual(plain);
      const some: { offer_id: string }[] = await portal.harness.dataSource.query(
        `select offer_id from some_ads(${filter}, $6::tsquery, 10000, $4, $5, '1 min')`,
        [...values, search.match ?? null],
      );
      expect(some.map((row) => row.offer_id).toSorted()).toEqual(plain.toSorted());
    }
  });

  it.each(['q=vendeur', 'q=agent&sort=date', 'commune=75056&sort=distance&radius=60'])(
    '%j shows who was there at its start once each, whatever comes meanwhile',
    async (query) => {
      const before = (await portal.walk(`${query}&limit=100`)).map(({ offerId }) => offerId);
      let index = 50_000;
      const walked = await portal.walk(`${query}&limit=9`, async (page) => {
        if (page > 12) return;
        // Newer than all, and in the midst of what has been read and what has not.
        const views = Array.from({ length: 20 }, () => composeShowable((index += 1), { today: TODAY }));
        await portal.showAll(
          views.map((view, at) => ({ view, at: at % 2 === 0 ? new Date().toISOString() : view.createdAt })),
        );
      });
      const ids = walked.map(({ offerId }) => offerId);
      expect(new Set(ids).size).toBe(ids.length);
      const there = new Set(before);
      expect(ids.filter((id) => there.has(id))).toEqual(before);
    },
    60_000,
  );

  it('goes on from where its patience ended, and finds all of it', async () => {
    const store = portal.harness.dataSource;
    const whole = await portal.walk('q=équipe&sort=date&limit=100');
    let [at, id] = ['infinity', LAST_ID];
    const ids: string[] = [];
    let marks = 0;
    for (let turn = 0; turn < 200 && at !== ''; turn += 1) {
      const rows: { offer_id: string | null; published_at: string }[] = await store.query(
        `select offer_id, published_at::text from newest_ads(
           row(null, null, null, null, null, null, null, null)::ad_filter, array['''equip''']::tsquery[], 1, $1, $2, 200, $3, $4, '0 ms')`,
        [at, id, [day - 1e7, day], [-200_000, 0]],
      );
      ids.push(...rows.flatMap((row) => row.offer_id ?? []));
      const last = rows.at(-1);
      if (last?.offer_id === null) marks += 1;
      [at, id] = [last?.published_at ?? '', last?.offer_id ?? '00000000-0000-0000-0000-000000000000'];
    }
    expect(marks).toBeGreaterThan(1);
    expect(ids).toEqual(whole.map(({ offerId }) => offerId));
  });

  describe('refuses a cursor', () => {
    const cursorOf = async (query: string) => (await portal.find(query)).next ?? '';
    const forged = (position: unknown) => Buffer.from(JSON.stringify(position)).toString('base64url');

    it('of another search', async () => {
      const cursor = await cursorOf('q=vendeur&limit=2');
      expect((await portal.get(`q=vendeur&limit=50&cursor=${cursor}`)).status).toBe(200);
      for (const other of ['q=vendeuse&', 'q=vendeur&contract=CDI&', 'q=vendeur&sort=date&', ''])
        expect(await portal.get(`${other}cursor=${cursor}`)).toMatchObject({
          status: 400,
          body: { errors: [{ pointer: '/cursor', in: 'query' }] },
        });
    });

    it('that was tampered with', async () => {
      const cursor = await cursorOf('q=vendeur&limit=2');
      const position: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
      const [by, digest, reading, tier, at, id] = position;
      const tampered = [
        ['km', digest, reading, -5, at, id],
        [by, digest, reading, 'x', at, id],
        [by, digest, 42, tier, at, id],
        [by, digest, reading, tier, "'; drop table ad; --", id],
        [by, digest, reading, tier, at, '1'],
        [by, 'AAAAAAAA', reading, tier, at, id],
        position.slice(1),
        {},
        null,
      ];
      for (const one of [...tampered.map(forged), 'xyz', cursor.slice(0, -9), `${cursor}${'A'.repeat(300)}`])
        expect((await portal.get(`q=vendeur&cursor=${one}`)).status).toBe(400);
    });

    it('no reading of which there is, with nothing rather than an error', async () => {
      const cursor = await cursorOf('q=vendeur&limit=2');
      const [by, digest, , , at, id]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
      for (const position of [
        [by, digest, 9, 1, at, id],
        [by, digest, 0, 9, at, id],
        ['km', digest, 0, 3, at, id],
      ])
        expect((await portal.get(`q=vendeur&cursor=${forged(position)}`)).status).toBeLessThan(500);
    });
  });

  describe('takes any words', () => {
    it.each([
      "'; drop table ad; --",
      `"${'vous '.repeat(35)}"`,
      '-'.repeat(200),
      '"'.repeat(199),
      '()&|!<->:*\\',
      'a:* & !b',
      '%_%',
      "''''''",
      '\u202e\u0007\ufeff',
      '𝒷𝑜𝓊𝓁𝒶𝓃𝑔𝑒𝓇 🥖',
      'ou ou ou | OR ou',
      'de la le les',
      '-vous -nous "vous" -"vous"',
      'x'.repeat(200),
      Array.from({ length: 66 }, (_, at) => 'aeiouy'[at % 6]).join(' a'),
      'vendeur '.repeat(24),
      'vendeur ou agent ou technicien ou chef ou responsable ou conseiller ou directeur ou ouvrier',
      '"vous nous" "nous vous" "poste vous"',
    ])('%j', async (q) => {
      const started = performance.now();
      for (const sort of ['relevance', 'date']) {
        const answer = await portal.everyone.get(`/v1/ads?sort=${sort}&facets=contract&q=${encodeURIComponent(q)}`);
        expect(answer.status).toBe(200);
      }
      expect(performance.now() - started).toBeLessThan(4_000);
    });

    it('at random', async () => {
      const piece = fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 10 }),
        fc.constantFrom('"', '-', ' ou ', "l'", 'infirmier ', 'paris ', 'cdi ', '!', '&', '<2>', "'", '\\', ' '),
      );
      const words = fc.array(piece, { minLength: 1, maxLength: 15 }).map((pieces) => pieces.join('').slice(0, 190));
      await fc.assert(
        fc.asyncProperty(words, async (q) => {
          const answer = await portal.everyone.get(`/v1/ads?limit=2&q=${encodeURIComponent(q.toWellFormed())}`);
          expect([200, 400]).toContain(answer.status);
          if (answer.status === 400) expect(JSON.stringify(answer.body)).toMatch(/too-small|unstorable/);
        }),
        { numRuns: 60 },
      );
    }, 60_000);
  });

  it('finds again what an older version of the code had indexed otherwise', async () => {
    const ads = new AdSearchStore(portal.harness.dataSource);
    const [search] = searchesOf(searchQuery.parse({ q: 'vendeur' }), new Date(), theKnowledge());
    const { count } = await ads.count(search, 10_000);
    const schema = `portal_${portal.harness.topicPrefix.replace('.', '')}`;
    await portal.restart(() =>
      portal.harness.adminQuery(
        `update ${schema}.ad set terms = null, facets = null, lat = null, lon = null, indexed_as = 0 where shown`,
      ),
    );
    await eventually(
      async () =>
        expect(await portal.find('q=vendeur&countTo=10000&limit=1')).toMatchObject({
          total: { value: count, relation: 'exactly' },
        }),
      { timeoutMs: 60_000 },
    );
    expect((await portal.find('q=vendeur&commune=75056&radius=50&facets=contract')).facets).toHaveLength(1);
  }, 90_000);
});
