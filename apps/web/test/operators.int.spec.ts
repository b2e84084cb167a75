import type { RunningEdge } from '@accord/service/run-edge';
import { encodeCursor } from '@accord/service/cursor';
import { HttpClient } from '@accord/testing/http-client';
import { TestIssuer } from '@accord/testing/test-issuer';
import { z } from 'zod';

import { type Answering, FakeService, json } from './fake-service.js';
import { openDoor } from './front-door.js';

const page = z.object({
  items: z.array(z.object({ id: z.string(), service: z.string() })),
  next: z.string().optional(),
  unavailable: z.array(z.string()),
});
let intake: FakeService;
let consent: FakeService;
let issuer: TestIssuer;
let door: RunningEdge;
let operator: HttpClient;

/** Dead letters 9 … 1 of a service, as the kit lists them; every second one of intake is a minute older than consent's. */
const lettersOf =
  (minute: (id: number) => number): Answering =>
  (request, response) => {
    const query = new URL(request.url ?? '', 'http://x').searchParams;
    const before = Number(
      query.get('cursor') === null ? 10 : JSON.parse(Buffer.from(query.get('cursor') ?? '', 'base64url').toString())[0],
    );
    const items = Array.from({ length: 9 }, (_, at) => 9 - at)
      .filter((id) => id < before)
      .slice(0, Number(query.get('limit')))
      .map((id) => ({
        id: String(id),
        createdAt: `2026-11-24T00:${String(minute(id)).padStart(2, '0')}:00.000Z`,
        topic: 't',
      }));
    return json({ items })(request, response);
  };

beforeAll(async () => {
  [intake, consent, issuer] = await Promise.all([FakeService.start(), FakeService.start(), TestIssuer.start()]);
  door = await openDoor({ intake, consent }, { ISSUER_URL: issuer.url });
  operator = new HttpClient(door.url, await issuer.tokenFor({ id: 'op', role: 'operator' }));
});
beforeEach(() => {
  intake.answer = lettersOf((id) => id * 2);
  consent.answer = lettersOf((id) => id * 2 + 1);
});
afterAll(async () => {
  await door.stop();
  await Promise.all([intake.stop(), consent.stop(), issuer.stop()]);
});

describe('dead letters of all services', () => {
  it('are for operators, and asked for with their own token', async () => {
    expect((await new HttpClient(door.url).get('/v1/dead-letters')).status).toBe(401);
    const employer = new HttpClient(door.url, await issuer.tokenFor({ id: '000100016', role: 'employer' }));
    expect(await employer.get('/v1/dead-letters')).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('operators') },
    });
    expect((await operator.get('/v1/dead-letters')).status).toBe(200);
    expect(intake.last?.headers.authorization).toMatch(/^Bearer ey/);
  });

  it('come newest first, page by page, each once, and name who could not be asked', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let n = 0; n < 10; n += 1) {
      const { items, next, unavailable } = await operator.read(`/v1/dead-letters?limit=4${cursor}`, page);
      expect(unavailable).toEqual(['moderation', 'publisher', 'partners', 'portal']);
      seen.push(...items.map(({ id }) => id));
      if (next === undefined) break;
      cursor = `&cursor=${next}`;
    }
    expect(seen).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1].flatMap((id) => [`consent:${id}`, `intake:${id}`]));
  });

  it('can be those of one service, in one state', async () => {
    const { items, unavailable } = await operator.read('/v1/dead-letters?service=consent&state=open&topic=t', page);
    expect(new Set(items.map(({ service }) => service))).toEqual(new Set(['consent']));
    expect(unavailable).toEqual([]);
    expect(consent.last?.url).toBe('/v1/dead-letters?limit=51&state=open&topic=t');
  });

  it.each(['?state=lost', '?limit=0', '?x=1', '?cursor=made-up', `?cursor=${encodeCursor([1, 2])}`])(
    '%s is refused',
    async (query) => expect((await operator.get(`/v1/dead-letters${query}`)).status).toBe(400),
  );

  it('are replayed and discarded by the service that has them', async () => {
    consent.answer = json({ state: 'replayed' });
    expect(await operator.post('/v1/dead-letters/consent:7/replay')).toMatchObject({
      status: 200,
      body: { state: 'replayed' },
    });
    expect(consent.last).toMatchObject({ method: 'POST', url: '/v1/dead-letters/7/replay' });
    await operator.post('/v1/dead-letters/consent:7/discard');
    expect(consent.last?.url).toBe('/v1/dead-letters/7/discard');
    for (const id of ['7', 'nobody:7', 'consent:x', 'consent:../x']) {
      expect([400, 404]).toContain((await operator.post(`/v1/dead-letters/${encodeURIComponent(id)}/replay`)).status);
    }
  });
});

describe('the flow', () => {
  it('tells rates and what waits, by service, from the services’ own figures', async () => {
    let handled = 0;
    intake.answer = (request, response) => {
      handled += 100;
      response.end(`accord_events_handled_total{topic="moderation.verdicts"} ${handled}\naccord_outbox_events 3\n`);
      request.resume();
    };
    const { body } = await operator.get('/v1/flow');
    expect(body).toMatchObject({
      at: expect.stringMatching(/Z$/),
      services: expect.arrayContaining([
        expect.objectContaining({
          service: 'intake',
          state: 'up',
          outbox: { events: 3, oldestS: 0 },
          eventsHandledPerS: expect.any(Number),
        }),
        { service: 'portal', state: 'away' },
      ]),
    });
    const rates = z
      .object({
        windowS: z.number(),
        services: z.array(z.looseObject({ service: z.string(), eventsHandledPerS: z.number().optional() })),
      })
      .parse(body);
    const rate = rates.services.find(({ service }) => service === 'intake')?.eventsHandledPerS ?? 0;
    expect(rate * rates.windowS).toBeCloseTo(100, 0);
  });

  it('is for operators', async () => expect((await new HttpClient(door.url).get('/v1/flow')).status).toBe(401));
});

describe('the documents', () => {
  const ofIntake = {
    openapi: '3.1.0',
    paths: {
      '/v1/offers': { get: { operationId: 'list' } },
      '/internal/v1/contact-keys': { post: {} },
      '/v1/dead-letters': { get: {} },
    },
    components: { schemas: { Problem: {} } },
  };

  it('are merged into one, without what the front door does not lead to', async () => {
    intake.answer = json(ofIntake);
    consent.answer = json({ paths: {} });
    const { status, body } = await operator.get('/openapi.json');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      openapi: '3.1.0',
      paths: {
        '/v1/offers': { get: { operationId: 'intake_list' } },
        '/v1/flow': { get: {} },
        '/v1/dead-letters': { get: { operationId: 'web_dead_letters' } },
      },
      'x-unavailable': ['moderation', 'publisher', 'partners', 'portal'],
    });
    expect(JSON.stringify(body)).not.toContain('internal');
  });

  it('and each service’s own are listed', async () =>
    expect((await operator.get('/docs')).body).toContain(`${intake.url}/docs`));

  it('stand on the start page, with who is ready', async () => {
    intake.answer = json({ status: 'up' });
    const { body } = await operator.get('/');
    expect(body).toMatch(/intake<\/td>\s*<td>ready/);
    expect(body).toMatch(/portal<\/td>\s*<td>not ready/);
  });
});

it('the front door’s own health and figures are its own', async () => {
  expect(await operator.get('/health/live')).toMatchObject({ status: 200 });
  expect(await operator.get('/health/ready')).toMatchObject({ status: 200 });
  expect((await operator.get('/metrics')).body).toContain('service="web"');
});
