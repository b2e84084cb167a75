import { openConnection, closeConnection } from '@accord/database/connection';
import { dropService, migrateService } from '@accord/database/migrate';
import { closesAt } from '@accord/contracts/show-dates';
import { parisDay } from '@accord/offer-checks/paris-day';
import { adminDatabaseUrl } from '@accord/testing/environment';
import type { HttpClient } from '@accord/testing/http-client';
import { v7 as uuid } from 'uuid';

import { offerList } from '../src/answers.js';
import { migrations } from '../src/migrations.js';
import { ExpiryNotices1764000000011 } from '../src/migrations/1764000000011-expiry-notices.js';
import { intake, type IntakeUnderTest, problemOf, startIntake, submitted } from './intake-harness.js';

const dayFromNow = (days: number): string => parisDay(new Date(Date.now() + days * 86_400_000));

describe('a list of what ends soon', () => {
  const last = dayFromNow(50);
  const midnight = closesAt(last);
  const minutesLater = (minutes: number): string => new Date(midnight.getTime() + minutes * 60_000).toISOString();
  let running: IntakeUnderTest | undefined;
  let shop: HttpClient;
  beforeAll(async () => {
    running = await startIntake();
    shop = await intake().harness.as({ id: '000100032', role: 'employer', sirets: ['00010003200019'] });
    const ends = {
      sooner: dayFromNow(40),
      day: last,
      midnight: minutesLater(0),
      after: minutesLater(30),
      later: dayFromNow(60),
    };
    const employer = { siret: '00010003200019', name: 'Épicerie' };
    for (const [reference, closesOn] of Object.entries(ends)) await submitted(shop, { reference, closesOn, employer });
  });
  afterAll(() => running?.stop());

  const found = async (query: string): Promise<string[]> =>
    (await shop.read(`/v1/offers?${query}`, offerList)).items.map(({ reference }) => reference);

  it.each([
    ['a day: those whose last day in Paris is before it', dayFromNow(51), ['midnight', 'day', 'sooner']],
    ['their last day itself: those before', last, ['sooner']],
    ['an instant: those that are over by then', minutesLater(30), ['after', 'midnight', 'day', 'sooner']],
    ['the instant before their end', minutesLater(-1), ['sooner']],
    ['long ago: none', '2020-01-01', []],
  ])('before %s', async (_what, closingBefore, references) =>
    expect(await found(`closingBefore=${closingBefore}`)).toEqual(references),
  );

  it('goes with the other filters, and pages', async () => {
    const query = `state=submitted&closingBefore=${dayFromNow(61)}&limit=2`;
    const first = await shop.read(`/v1/offers?${query}`, offerList);
    const second = await shop.read(`/v1/offers?${query}&cursor=${first.next}`, offerList);
    const references = [...first.items, ...second.items].map(({ reference }) => reference);
    expect(references).toEqual(['later', 'after', 'midnight', 'day']);
    expect(await found(`state=published&closingBefore=${dayFromNow(61)}`)).toEqual([]);
    expect(await found(`reference=day&closingBefore=${last}`)).toEqual([]);
  });

  it.each(['tomorrow', '2027-02-30', '2027-6-1', '', '2027-06-30T18:00:00+02:00', "2027-01-01'--"])(
    'before %j is refused by name',
    async (closingBefore) => {
      const answer = await shop.get(`/v1/offers?closingBefore=${encodeURIComponent(closingBefore)}`);
      expect(answer.status).toBe(400);
      expect(problemOf(answer).errors[0]).toMatchObject({ pointer: '/closingBefore', in: 'query' });
    },
  );
});

describe('offers that were there before notices', () => {
  const suffix = `t${uuid().slice(-10)}`;
  const migrateTo = (all: typeof migrations) =>
    migrateService({ adminUrl: adminDatabaseUrl, schema: { service: 'intake', migrations: all }, suffix });
  afterAll(() => dropService(adminDatabaseUrl, 'intake', suffix));

  it('are looked at in time: what is on show by its text’s last day, the others not', async () => {
    const { appUrl } = await migrateTo(migrations.filter((one) => one !== ExpiryNotices1764000000011));
    const db = await openConnection(appUrl, 'accord test');
    try {
      const insert = async (state: string, publication: object, texts: readonly string[]) => {
        const id = uuid();
        await db.query(
          `insert into offer values ($1::uuid, '000100016', $1::uuid::text, 'Boulanger', 1, $2, 'show', null, '{}', $3, $4, $5, '', now(), now(), now())`,
          [id, texts.length, JSON.stringify(publication), state, texts.at(-1)],
        );
        for (const [at, closesOn] of texts.entries())
          await db.query(`insert into revision values ($1, $2, $3, '[]', now())`, [
            id,
            at + 1,
            JSON.stringify({ closesOn }),
          ]);
        return id;
      };
      const first = { kind: 'decided', version: 1, standing: 'published', shownRevision: 1 };
      const ids = [
        await insert('published', first, ['2027-03-31']),
        await insert('published', first, ['2027-06-30T18:00:00Z', '2027-12-31']),
        await insert('approved', { kind: 'undecided', version: 0 }, ['2027-06-30']),
      ];
      await migrateTo(migrations);
      const { rows } = await db.query(
        'select shown_closes_on as day, notice_due_at as at, notice_told as told from offer order by array_position($1::uuid[], id)',
        [ids],
      );
      expect(rows).toEqual([
        { day: '2027-03-31', at: new Date('2027-03-23T23:00:00Z'), told: null },
        { day: '2027-06-30T18:00:00Z', at: new Date('2027-06-22T22:00:00Z'), told: null },
        { day: null, at: null, told: null },
      ]);
    } finally {
      await closeConnection(db);
    }
  });
});
