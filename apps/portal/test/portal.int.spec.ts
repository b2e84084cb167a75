import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { PublicationDecided } from '@accord/contracts/events/publication-decided';
import { publicationDecided } from '@accord/contracts/events/publication-decided';
import { headersOf } from '@accord/messaging/envelope';
import { sealContact } from '@accord/receipts/sealed-contact';
import { eventually } from '@accord/testing/eventually';
import { kafkaBrokers } from '@accord/testing/environment';
import type { HttpClient } from '@accord/testing/http-client';
import { RawTopics } from '@accord/testing/raw-topics';
import { ServiceHarness } from '@accord/testing/service-harness';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';

import { knownAds } from '../src/known-ads.js';
import type { PortalConfig } from '../src/portal.config.js';
import { portalService } from '../src/portal.service-definition.js';
import { showable } from './showable.js';

const page = z.looseObject({ items: z.array(z.looseObject({ offerId: z.string() })), next: z.string().optional() });

describe('the portal', () => {
  let intake: FakeIntake;
  let portal: ServiceHarness<PortalConfig>;
  let raw: RawTopics;
  let everyone: HttpClient;

  beforeAll(async () => {
    intake = await FakeIntake.start();
    portal = await ServiceHarness.start(portalService, { env: { INTAKE_URL: intake.url } });
    raw = await RawTopics.connect(kafkaBrokers.join(','));
    everyone = await portal.as();
  });
  afterAll(async () => {
    await raw.close();
    await portal.stop();
    await intake.stop();
  });

  /** Tells the portal of a decision as consent does. */
  async function decide(decision: Partial<PublicationDecided> & { offerId: string; version: number }): Promise<void> {
    const data: PublicationDecided = publicationDecided.data.parse({
      holder: '000100016',
      offer: null,
      ownPortal: false,
      standing: 'waiting',
      decidedAt: new Date().toISOString(),
      postings: [],
      ...decision,
    });
    await write(data.offerId, data.version, Buffer.from(JSON.stringify(data)));
  }

  const write = (key: string, version: number, value: Buffer | null): Promise<void> =>
    raw.write([
      {
        topic: `${portal.topicPrefix}${publicationDecided.topic.name}`,
        key: Buffer.from(key),
        value,
        headers: headersOf({
          id: uuid(),
          type: publicationDecided.type,
          source: 'consent',
          occurredAt: new Date(),
          key,
          version,
        }),
      },
    ]);

  async function shown(change: object = {}): Promise<string> {
    const offerId = uuid();
    await decide({ offerId, version: 1, ownPortal: true, standing: 'published', offer: showable(offerId, change) });
    await eventually(async () => expect((await everyone.get(`/v1/ads/${offerId}`)).status).toBe(200));
    return offerId;
  }

  const found = async (query: string): Promise<string[]> =>
    (await everyone.read(`/v1/ads?${query}`, page)).items.map(({ offerId }) => offerId);

  it('shows what a decision puts on the own portal, and 410 once it is gone', async () => {
    const id = await shown();
    await decide({ offerId: id, version: 2, standing: 'withdrawn' });
    await eventually(async () => expect((await everyone.get(`/v1/ads/${id}`)).status).toBe(410));
    expect(await found('q=boulanger&limit=100')).not.toContain(id);
    const rows = await portal.dataSource.query('select view, terms from ad where offer_id = $1', [id]);
    expect(rows).toEqual([{ view: null, terms: null }]);
  });

  it('knows nothing of an offer that was never on show', async () => {
    const id = uuid();
    await decide({ offerId: id, version: 1 });
    await shown();
    expect((await everyone.get(`/v1/ads/${id}`)).status).toBe(404);
    expect((await everyone.get(`/v1/ads/${uuid()}`)).status).toBe(404);
  });

  it('keeps the highest version, whatever comes after it', async () => {
    const id = await shown();
    await decide({ offerId: id, version: 5, standing: 'withdrawn' });
    await eventually(async () => expect((await everyone.get(`/v1/ads/${id}`)).status).toBe(410));
    await decide({ offerId: id, version: 1, ownPortal: true, offer: showable(id) });
    await decide({ offerId: id, version: 4, ownPortal: true, offer: showable(id) });
    await shown();
    expect((await everyone.get(`/v1/ads/${id}`)).status).toBe(410);
  });

  it('forgets what was erased', async () => {
    const id = await shown();
    await write(id, 2, null);
    await eventually(async () => expect((await everyone.get(`/v1/ads/${id}`)).status).toBe(410));
  });

  it('forgets what decisions read anew no longer know, at the version it was shown', async () => {
    const id = await shown();
    const held = () => portal.dataSource.transaction((tx) => knownAds.page(tx, '', 10_000));
    expect(await held()).toContainEqual({ key: id, version: 1 });
    await write(id, 1, null);
    await eventually(async () => expect((await everyone.get(`/v1/ads/${id}`)).status).toBe(410));
    expect((await held()).map(({ key }) => key)).not.toContain(id);
    const rows = await portal.dataSource.query('select view, terms from ad where offer_id = $1', [id]);
    expect(rows).toEqual([{ view: null, terms: null }]);
  });

  it('shows the public no internal, partner or sealed field', async () => {
    const id = await shown();
    const body = JSON.stringify((await everyone.get(`/v1/ads/${id}`)).body);
    for (const hidden of ['siret', 'sealed', 'cddMotive', 'REF-CANARY']) expect(body).not.toContain(hidden);
  });

  describe('search', () => {
    it('finds words without regard to accents, number or gender, quoted and excluded ones', async () => {
      const nurse = await shown({ title: 'Infirmière de nuit (H/F)', occupation: { romeCode: 'J1502' } });
      const baker = await shown();
      expect(await found('q=infirmiere')).toContain(nurse);
      expect(await found('q=INFIRMIÈRES')).toContain(nurse);
      expect(await found('q=infirmiere')).not.toContain(baker);
      expect(await found('q="infirmiere de nuit"')).toContain(nurse);
      expect(await found('q=infirmiere -nuit')).not.toContain(nurse);
      expect(await found(`q=${encodeURIComponent("'; drop table ad; --")}`)).toEqual([]);
    });

    it('finds by occupation and contract', async () => {
      const nurse = await shown({
        occupation: { romeCode: 'J1502' },
        contract: { type: 'CDD', nature: 'E1', durationMonths: 3 },
      });
      expect(await found('occupation=J1502,J1503&contract=CDD&limit=100')).toContain(nurse);
      expect(await found('occupation=D1102&limit=100')).not.toContain(nurse);
      expect(await found('contract=CDI&limit=100')).not.toContain(nurse);
    });

    it('finds in a commune, around it, and in a city by its arrondissements', async () => {
      const rennes = await shown();
      const cesson = await shown({ workplaces: [{ communeInsee: '35051', postalCode: '35510', country: 'FR' }] });
      const paris = await shown({ workplaces: [{ communeInsee: '75111', postalCode: '75011', country: 'FR' }] });
      expect(await found('commune=35238&limit=100')).toContain(rennes);
      expect(await found('commune=35238&limit=100')).not.toContain(cesson);
      expect(await found('commune=35238&radius=10&limit=100')).toEqual(expect.arrayContaining([rennes, cesson]));
      expect(await found('commune=35238&radius=100&limit=100')).not.toContain(paris);
      expect(await found('commune=75056&limit=100')).toContain(paris);
    });

    it('pages through everything, without a ceiling and without a repetition', async () => {
      for (let at = 0; at < 5; at++) await shown({ occupation: { romeCode: 'M1805' } });
      const ids: string[] = [];
      let next: string | undefined;
      do {
        const one = await everyone.read(
          `/v1/ads?occupation=M1805&limit=2${next === undefined ? '' : `&cursor=${next}`}`,
          page,
        );
        ids.push(...one.items.map(({ offerId }) => offerId));
        next = one.next;
      } while (next !== undefined);
      expect(ids).toHaveLength(5);
      expect(new Set(ids).size).toBe(5);
    });

    it.each(['pay=12', 'commune=35000', 'commune=00000', 'radius=10', 'occupation=baker', 'limit=0', 'cursor=xyz'])(
      'refuses %s and says why',
      async (query) => {
        const answer = await everyone.get(`/v1/ads?${query}`);
        expect(answer.status).toBe(400);
        expect(answer.body).toMatchObject({
          errors: [{ pointer: expect.stringContaining(query.split('=')[0] ?? '') }],
        });
      },
    );
  });

  describe('the contact', () => {
    const contact = { email: 'camille@canary.example' };

    async function sealedAd(erased = false): Promise<string> {
      const id = uuid();
      const key = { keyId: `${id}.1`, key: randomBytes(32) };
      if (!erased) intake.keys.set(key.keyId, key.key);
      const sealed = sealContact(contact, key, { offerId: id, revision: 1 });
      await decide({ offerId: id, version: 1, ownPortal: true, offer: showable(id, { apply: { sealed } }) });
      await eventually(async () => expect((await everyone.get(`/v1/ads/${id}`)).status).toBe(200));
      return id;
    }

    it('is opened for who reads the ad, and stands in no list and no table', async () => {
      const id = await sealedAd();
      expect((await everyone.get(`/v1/ads/${id}`)).body).toMatchObject({ apply: { contact } });
      expect(JSON.stringify((await everyone.get('/v1/ads?limit=100')).body)).not.toContain('canary');
      expect(JSON.stringify(await portal.dataSource.query('select * from ad'))).not.toContain('camille');
      expect(portal.log.text).not.toContain('camille');
    });

    it('says that it cannot be read now when intake is away, and is silent when it was erased', async () => {
      intake.down = true;
      const id = await sealedAd();
      expect((await everyone.get(`/v1/ads/${id}`)).body).toMatchObject({ apply: { contactUnavailable: true } });
      intake.down = false;
      expect((await everyone.get(`/v1/ads/${id}`)).body).toMatchObject({ apply: { contact } });
      const erased = await everyone.get(`/v1/ads/${await sealedAd(true)}`);
      expect(JSON.stringify(erased.body)).not.toContain('contact');
    });
  });

  it.each(['occupations', 'contract-types', 'departments', 'driving-licences'])(
    'gives the code list %s',
    async (list) => {
      const { items } = await everyone.read(
        `/v1/nomenclatures/${list}`,
        z.object({ items: z.array(z.object({ code: z.string() })) }),
      );
      expect(items.length).toBeGreaterThan(5);
    },
  );

  it('names the code lists there are when asked for another', async () => {
    const answer = await everyone.get('/v1/nomenclatures/colours');
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain('occupations');
  });
});

/** Intake's contact keys, over HTTP. */
class FakeIntake {
  readonly keys = new Map<string, Buffer>();
  down = false;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FakeIntake> {
    const server = createServer();
    const fake = new FakeIntake(server);
    server.on('request', (request, response) => void fake.answer(request, response));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return fake;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    if (this.down) return void response.writeHead(503).end();
    const { keyIds } = z.object({ keyIds: z.array(z.string()) }).parse(JSON.parse(body));
    const keys = keyIds.map((keyId) => ({ keyId, key: this.keys.get(keyId)?.toString('base64url') ?? null }));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys }));
  }

  get url(): string {
    const address = this.server.address();
    return `http://127.0.0.1:${isAddress(address) ? address.port : 0}`;
  }

  async stop(): Promise<void> {
    await new Promise((done) => this.server.close(done));
  }
}

const isAddress = (address: AddressInfo | string | null): address is AddressInfo =>
  typeof address === 'object' && address !== null;
