import { randomBytes } from 'node:crypto';

import { offerRevised } from '@accord/contracts/events/offer-revised';
import { dropService, migrateService } from '@accord/database/migrate';
import { adminDatabaseUrl, kafkaBrokers } from '@accord/testing/environment';
import { eventually } from '@accord/testing/eventually';
import { HttpClient } from '@accord/testing/http-client';
import { ServiceProcess } from '@accord/testing/service-process';
import { TestIssuer } from '@accord/testing/test-issuer';

import { offerList } from '../src/answers.js';
import { stopIdOf } from '../src/domain/stop-id.js';
import { migrations } from '../src/migrations.js';
import { FakeConsent } from './fake-consent.js';
import { submitted, viewOf } from './intake-harness.js';
import { Receiver } from './receiver.js';
import { bakery, sampleDraft } from './sample-draft.js';
import { Topics } from './topics.js';

const entry = new URL('../src/main.ts', import.meta.url);
const suffix = `t${randomBytes(5).toString('hex')}`;

describe('an intake that is killed right after a commit', () => {
  let issuer: TestIssuer;
  let consent: FakeConsent;
  let env: Record<string, string>;
  const processes: ServiceProcess[] = [];

  beforeAll(async () => {
    issuer = await TestIssuer.start();
    consent = await FakeConsent.start('test-token-of-intake');
    const { appUrl } = await migrateService({
      adminUrl: adminDatabaseUrl,
      schema: { service: 'intake', migrations },
      suffix,
    });
    env = {
      ACCORD_PROFILE: 'test',
      PORT: '0',
      DATABASE_URL: appUrl,
      KAFKA_BROKERS: kafkaBrokers.join(','),
      TOPIC_PREFIX: `${suffix}.`,
      ISSUER_URL: issuer.url,
      SERVICE_TOKEN: 'test-token-of-intake',
      CONSENT_URL: consent.url,
      CONTACT_VAULT_KEY: Buffer.alloc(32, 7).toString('base64'),
      OUTGOING_ALLOW: '127.0.0.1/32',
      WEBHOOK_TIMEOUT_MS: '500',
    };
  });
  afterAll(async () => {
    await Promise.all(processes.map((process) => process.end()));
    await dropService(adminDatabaseUrl, 'intake', suffix);
    await consent?.stop();
    await issuer?.stop();
  });

  async function start(failpoint?: string): Promise<{ client: HttpClient; process: ServiceProcess }> {
    const process = ServiceProcess.start(entry, failpoint === undefined ? env : { ...env, FAILPOINT: failpoint });
    processes.push(process);
    return { process, client: new HttpClient(await process.ready(), await issuer.tokenFor(bakery)) };
  }

  it('has the offer and its event after all, and the repeated request gets its answer', async () => {
    const dying = await start('intake.submit.after-commit:exit');
    const send = (client: HttpClient) =>
      client.post('/v1/offers', sampleDraft({ reference: 'KILLED' }), { 'idempotency-key': 'killed' });
    await expect(send(dying.client)).rejects.toThrow();
    expect((await dying.process.exited).signal).toBe('SIGKILL');

    const { client, process } = await start();
    const topics = await Topics.connect(`${suffix}.`);
    expect((await send(client)).status).toBe(201);
    const { items } = await client.read('/v1/offers?reference=KILLED', offerList);
    expect(items).toHaveLength(1);
    await eventually(() => expect(topics.told.map(({ key }) => key?.toString())).toContain(items[0]?.id));
    for (const { value } of topics.told)
      expect(offerRevised.data.safeParse(JSON.parse(String(value))).success).toBe(true);
    await topics.close();
    await process.end();
  }, 90_000);

  it('has the withdrawal, and asks consent for its stop as soon as it is back', async () => {
    const dying = await start('intake.withdraw.after-commit:exit');
    const { id } = await submitted(dying.client, { reference: 'KILLED-2' });
    await expect(dying.client.delete(`/v1/offers/${id}`)).rejects.toThrow();
    await dying.process.exited;
    expect(consent.about(id)).toEqual([]);

    const { client, process } = await start();
    const again = await client.delete(`/v1/offers/${id}`);
    expect(again.status).toBe(200);
    expect(consent.about(id)).toEqual([expect.objectContaining({ stop: stopIdOf(id, 2), version: 2 })]);
    expect((await viewOf(client, id)).state).toBe('withdrawn');
    // It would send what the next one is to die of.
    await process.end();
  }, 90_000);

  it('sends again, under the same id, what it cannot know to have sent, and then what came after', async () => {
    const receiver = await Receiver.start();
    const dying = await start('intake.webhook.after-send:exit');
    await dying.client.post('/v1/subscriptions', { url: receiver.url('hook') });
    const { id } = await submitted(dying.client, { reference: 'KILLED-3' });
    expect((await dying.process.exited).signal).toBe('SIGKILL');
    expect(receiver.types('hook')).toEqual(['offer.submitted']);

    const { client } = await start();
    await client.post(`/v1/offers/${id}/suspension`);
    await eventually(() =>
      expect(receiver.types('hook', id)).toEqual([
        'offer.submitted',
        'offer.submitted',
        'offer.suspended',
        'offer.stopped',
      ]),
    );
    const [first, again, next] = receiver.at('hook', id).map(({ headers }) => headers['webhook-id']);
    expect(again).toBe(first);
    expect(next).not.toBe(first);
    await receiver.stop();
  }, 90_000);
});
