import type { HttpClient } from '@accord/testing/http-client';
import { ServiceHarness } from '@accord/testing/service-harness';
import { z } from 'zod';

import { offerAccepted, type OfferAccepted, offerView, type OfferView } from '../src/answers.js';
import type { IntakeConfig } from '../src/intake.config.js';
import { intakeService } from '../src/intake.service-definition.js';
import { FakeConsent } from './fake-consent.js';
import { bakery, garage, sampleDraft } from './sample-draft.js';
import { Topics } from './topics.js';

/** Intake, really started, with a consent that answers as a test wants it. */
export interface IntakeUnderTest {
  readonly harness: ServiceHarness<IntakeConfig>;
  readonly consent: FakeConsent;
  bakery: HttpClient;
  garage: HttpClient;
  readonly topics: Topics;
  /** Stops it if it runs, and starts it on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

let running: IntakeUnderTest | undefined;

/** The one that the cases of a spec file share: starting takes longer than testing. */
export function intake(): IntakeUnderTest {
  if (running === undefined) throw new Error('intake is not started');
  return running;
}

export async function startIntake(env: Readonly<Record<string, string>> = {}): Promise<IntakeUnderTest> {
  const consent = await FakeConsent.start('test-token-of-intake');
  const harness = await ServiceHarness.start(intakeService, {
    env: {
      CONSENT_URL: consent.url,
      CONTACT_VAULT_KEY: Buffer.alloc(32, 7).toString('base64'),
      STOP_TIMEOUT_MS: '500',
      RATE_LIMIT_SUBJECT: '1000000',
      EVENT_STREAMS: '6',
      EVENT_HEARTBEAT_MS: '300',
      IMPORT_IDLE_MS: '3000',
      ...env,
    },
  });
  const topics = await Topics.connect(harness.topicPrefix);
  const under: IntakeUnderTest = {
    harness,
    consent,
    bakery: await harness.as(bakery),
    garage: await harness.as(garage),
    topics,
    restart: async () => {
      await harness.stopService();
      await harness.startAgain();
      under.bakery = await harness.as(bakery);
      under.garage = await harness.as(garage);
    },
    stop: async () => {
      await topics.close();
      await harness.stop();
      await consent.stop();
    },
  };
  return (running = under);
}

const problemShape = z.looseObject({
  type: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z
    .array(z.object({ pointer: z.string(), in: z.string().optional(), code: z.string(), message: z.string() }))
    .default([]),
});

/** A refusal's body, checked for being a problem document. */
export const problemOf = (answer: { readonly body: unknown }) => problemShape.parse(answer.body);

let references = 0;

/** Submits a good offer under a reference of its own. */
export async function submitted(client: HttpClient, change: object = {}): Promise<OfferAccepted> {
  const answer = await client.post('/v1/offers', sampleDraft({ reference: `REF-${(references += 1)}`, ...change }));
  if (answer.status !== 201) throw new Error(`submitting answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return offerAccepted.parse(answer.body);
}

export const viewOf = (client: HttpClient, id: string): Promise<OfferView> =>
  client.read(`/v1/offers/${id}`, offerView);
