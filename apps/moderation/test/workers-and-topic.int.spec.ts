import { eventually } from '@accord/testing/eventually';
import { v7 as uuid } from 'uuid';

import { knownOffers, ownVerdicts } from '../src/verification/own-verdicts.js';
import { PendingStore } from '../src/verification/pending.store.js';
import { bakery, ModerationUnderTest, tooLowPaid } from './moderation-harness.js';

describe('verification', () => {
  let moderation: ModerationUnderTest;
  beforeAll(async () => {
    moderation = await ModerationUnderTest.start();
  });
  afterAll(() => moderation.stop());

  const query = (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
    moderation.harness.dataSource.query(sql, values);

  describe('with more than one worker', () => {
    const hang = (): { release: () => void } => {
      const waiting: (() => void)[] = [];
      const body = JSON.stringify({ siret: bakery, state: 'open', unitState: 'active' });
      moderation.register.behaves((_request, response) => {
        response.setHeader('content-type', 'application/json');
        waiting.push(() => response.end(body));
      });
      return {
        release: () => {
          moderation.register.knows(bakery);
          for (const answer of waiting) answer();
        },
      };
    };
    const claimed = async (): Promise<number> => {
      const rows = await query('select count(*)::int as count from pending_verification where lease is not null');
      return Number(rows[0]?.['count']);
    };

    it('gives each text to one of them', async () => {
      const { release } = hang();
      const ids = Array.from({ length: 30 }, () => uuid());
      await moderation.revised(...ids.map((offerId) => ({ offerId })));
      await eventually(async () => {
        expect(await query('select count(*)::int as count from pending_verification')).toEqual([{ count: 30 }]);
        expect(await claimed()).toBeGreaterThan(0);
      });
      const before = await claimed();
      const store = moderation.harness.service.app.get(PendingStore);
      const taken = (await Promise.all([store.claimDue(50), store.claimDue(50)])).flat();
      expect(new Set(taken.map(({ offerId }) => offerId)).size).toBe(taken.length);
      expect(before + taken.length).toBe(30);
      await query('update pending_verification set leased_until = now() where lease = any ($1)', [
        taken.map(({ lease }) => lease),
      ]);
      release();
      for (const id of ids) await moderation.said(id, 'approved 1');
    });

    it('lets nobody speak who has lost the lease', async () => {
      const { release } = hang();
      const id = await moderation.submitted();
      await eventually(async () => expect(await claimed()).toBe(1));
      await query(`update pending_verification set leased_until = now() - interval '1 s' where offer_id = $1`, [id]);
      const [taken] = await moderation.harness.service.app.get(PendingStore).claimDue(1);
      expect(taken?.offerId).toBe(id);
      release();
      await eventually(() => expect(moderation.harness.log.of('offer.verified').at(-1)).toMatchObject({ offerId: id }));
      expect(await moderation.words(id)).toEqual([]);
      await query(`update pending_verification set leased_until = now() where offer_id = $1`, [id]);
      await moderation.said(id, 'approved 1');
    });
  });

  describe('its topic', () => {
    const lastTold = async (id: string) => (await moderation.told(id)).at(-1);

    it('is told again what it has lost: an older word that came last', async () => {
      const id = await moderation.submitted(tooLowPaid);
      await moderation.said(id, 'changesRequested 1');
      await eventually(async () => expect(await lastTold(id)).toMatchObject({ version: 1 }));
      const topic = `${moderation.harness.topicPrefix}moderation.verdicts`;
      const [old] = (await moderation.raw.readAll(topic)).filter(({ key }) => key?.toString() === id);
      await moderation.revised({ offerId: id, version: 2, revision: 2 });
      await moderation.said(id, 'changesRequested 1', 'approved 2');
      await eventually(async () => expect(await lastTold(id)).toMatchObject({ version: 2 }));
      if (old === undefined) throw new Error('nothing was told');
      await moderation.raw.write([old]);
      expect(await lastTold(id)).toMatchObject({ version: 1 });
      await eventually(
        async () => expect(await lastTold(id)).toMatchObject({ version: 2, revision: 2, verdict: 'approved' }),
        { timeoutMs: 30_000 },
      );
    });

    it('can be compared with the rows behind it, page by page', async () => {
      const { manager } = moderation.harness.dataSource;
      const versions = new Map<string, number>();
      let after = '';
      for (;;) {
        const page = await ownVerdicts.page(manager, after, 7);
        for (const { key, version } of page) versions.set(key, version);
        expect(page.map(({ key }) => key)).toEqual(page.map(({ key }) => key).toSorted());
        after = page.at(-1)?.key ?? '';
        if (page.length < 7) break;
      }
      const rows = await query('select offer_id, verdict_version from verification where verdict_version > 0');
      expect(versions).toEqual(new Map(rows.map((row) => [row['offer_id'], row['verdict_version']])));
      expect(await ownVerdicts.currentVersions(manager, ['no uuid', uuid(), ...versions.keys()])).toEqual(versions);
      const known = await knownOffers.page(manager, '', 1_000);
      expect(known).toHaveLength(
        Number((await query('select count(*) from verification where offer is not null'))[0]?.['count']),
      );
    });
  });
});
