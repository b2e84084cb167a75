import { eventually } from '@accord/testing/eventually';
import type { HttpClient } from '@accord/testing/http-client';
import { z } from 'zod';

import { partnerRecalls, recallAnswer } from '../src/recall-answer.js';

import { TestServer } from './support/http-server.js';
import { remove, World } from './support/world.js';

const AD = '<h1>Boulanger / Boulangère</h1><p>Fournil des Remparts</p>';

const page = z.object({ items: z.array(recallAnswer), next: z.string().optional() });
const figures = z.object({ items: z.array(partnerRecalls) });

describe('an ad that was taken down', () => {
  let world: World;
  let site: TestServer;
  let operator: HttpClient;
  const robots = 'User-agent: *\nDisallow: /closed';
  const pages = new Map<string, string>();
  const visits: { readonly path: string; readonly at: number }[] = [];

  beforeAll(async () => {
    site = await TestServer.start((request, response) => {
      const path = request.url ?? '';
      visits.push({ path, at: Date.now() });
      const text = path === '/rules.txt' ? robots : pages.get(path);
      const found = text === undefined ? 404 : 200;
      const headers = { 'content-type': 'text/html; charset=utf-8', location: '/rules.txt' };
      response.writeHead(path === '/robots.txt' ? 301 : found, headers);
      response.end(text);
    });
    world = await World.start({ RETRY_SCALE: '0.002', PAGE_EVERY_MS: '150', RECALL_HOURS: '0.05' });
    await world.register({ partner: 'emploi-public' }, { partner: 'jobs-prive' });
    operator = await world.publisher.as({ id: 'operator-1', role: 'operator' });
  });
  afterEach(() => expect(world.sink.violations).toEqual([]));
  afterAll(async () => {
    await world.stop();
    await site.stop();
  });

  /** Published, acknowledged at this path, taken down. */
  async function takenDown(partner: string, path: string): Promise<string> {
    const offerId = await world.show(partner);
    const { posting_id: id } = await world.until(offerId, partner, 'sent');
    await world.publisher.dataSource.query('update posting set public_url = $2 where posting_id = $1', [
      id,
      `${site.url}${path}`,
    ]);
    await world.decide(offerId, null, remove(partner, 2));
    return offerId;
  }

  const recallOf = async (offer: string) => (await operator.read(`/v1/recalls?offer=${offer}`, page)).items[0];
  const escalated = async () => (await operator.read('/v1/recalls?escalated=true', page)).items;

  it('is looked for until it is gone: still visible, overdue, then gone, each of it told', async () => {
    pages.set('/ads/4711', AD);
    const offerId = await takenDown('emploi-public', '/ads/4711');
    await world.until(offerId, 'emploi-public', 'removed');
    const overdue = await eventually(async () => {
      const told = await world.outcome(offerId, 'emploi-public');
      expect(told).toMatchObject({ state: 'removed', page: { seen: 'stillVisible', overdueHours: 0.05 } });
      return told;
    });
    expect(overdue?.toldAt).toBeDefined();
    expect(await recallOf(offerId)).toMatchObject({
      state: 'removed',
      confirmedAt: expect.any(String),
      msToSilence: expect.any(Number),
      escalatedAt: expect.any(String),
      page: { seen: 'stillVisible', why: 'ad-named', nextLookAt: expect.any(String) },
    });
    expect((await escalated()).map((one) => one.offerId)).toEqual([offerId]);
    pages.delete('/ads/4711');
    await eventually(async () => expect((await world.outcome(offerId, 'emploi-public'))?.page?.seen).toBe('gone'));
    expect((await recallOf(offerId))?.page).toMatchObject({ seen: 'gone', why: 'http-404' });
    expect((await recallOf(offerId))?.page?.nextLookAt).toBeUndefined();
    expect(await escalated()).toEqual([]);
  });

  it('is not looked for where robots may not go, by rules that a redirect leads to', async () => {
    pages.set('/closed/1234', AD);
    const offerId = await takenDown('emploi-public', '/closed/1234');
    await eventually(async () =>
      expect((await recallOf(offerId))?.page).toMatchObject({ seen: 'unknown', why: 'robots' }),
    );
    expect(visits.filter(({ path }) => path === '/closed/1234')).toEqual([]);
  });

  it('is looked for at the rate of its host, one page after the other', async () => {
    const paths = ['/ads/5001', '/ads/5002', '/ads/5003'];
    const offers = await Promise.all(paths.map((path) => takenDown('jobs-prive', path)));
    await eventually(async () => {
      for (const offer of offers) expect((await recallOf(offer))?.page?.seen).toBe('gone');
    });
    const times = visits.filter(({ path }) => paths.includes(path)).map(({ at }) => at);
    expect(times).toHaveLength(3);
    const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(140);
  });

  it('has its time to silence measured, by partner', async () => {
    const { items } = await operator.read('/v1/recalls/partners', figures);
    expect(items.find(({ partner }) => partner === 'jobs-prive')).toMatchObject({
      recalls: 3,
      confirmed: 3,
      escalated: 0,
      medianMsToSilence: expect.any(Number),
    });
  });
});
