import { offerRevised, type OfferRevised } from '@accord/contracts/events/offer-revised';
import { offerVerified, type OfferVerified } from '@accord/contracts/events/offer-verified';
import type { SealedOffer } from '@accord/contracts/sealed-offer';
import { sealedOffer } from '@accord/contracts/sealed-offer';
import { headersOf } from '@accord/messaging/envelope';
import { kafkaBrokers } from '@accord/testing/environment';
import { eventually } from '@accord/testing/eventually';
import type { HttpClient } from '@accord/testing/http-client';
import { RawTopics, type RawRecord } from '@accord/testing/raw-topics';
import { ServiceHarness } from '@accord/testing/service-harness';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';

import type { ModerationConfig } from '../src/moderation.config.js';
import { moderationService } from '../src/moderation.service-definition.js';
import { FakeRegister } from './fake-register.js';

export const bakery = '00010001600013';
const holder = bakery.slice(0, 9);

/** What intake would send of an offer no check has anything to say about. */
export const cleanOffer: SealedOffer = sealedOffer.parse({
  reference: 'REF-1',
  title: 'Boulanger / Boulangère (H/F)',
  description:
    'Vous préparez et cuisez les pains et viennoiseries de notre fournil, dans une équipe de cinq personnes.',
  occupation: { romeCode: 'D1102', ogrCode: '11573' },
  employer: { siret: bakery, name: 'Fournil des Remparts' },
  workplaces: [{ communeInsee: '35238', postalCode: '35000' }],
  contract: { type: 'CDI', nature: 'E1' },
  workingTime: { weeklyHours: 35, fullTime: true },
  pay: { min: 215_000, max: 240_000, unit: 'MONTH' },
  requirements: { experience: { exigence: 'S', min: 1, unit: 'AN' } },
  apply: { sealed: { keyId: 'key-1', box: 'c2VhbGVk' } },
  closesOn: new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10),
});

/** Below the minimum wage: it must change. */
export const tooLowPaid = { ...cleanOffer, pay: { min: 900, currency: 'EUR', unit: 'HOUR' } } satisfies SealedOffer;

/** A promise of a permanent job in a fixed term: a person must look. */
export const doubtful = {
  ...cleanOffer,
  contract: { type: 'CDD', nature: 'E1', durationMonths: 6, cddMotive: 'Accroissement temporaire' },
  description: `${cleanOffer.description} Possibilité de CDI à l’issue.`,
} satisfies SealedOffer;

export const ofEmployer = (siret: string): SealedOffer => ({
  ...cleanOffer,
  employer: { ...cleanOffer.employer, siret },
});

const review = z.looseObject({
  id: z.string(),
  offerId: z.string(),
  revision: z.int(),
  state: z.string(),
  kind: z.string(),
  version: z.int(),
});
export const reviewPage = z.object({ items: z.array(review), next: z.string().optional() });

/** The reviews of one offer, as a moderator sees them in the queue. */
export async function reviewsOfOffer(moderator: HttpClient, offerId: string, query = '') {
  const { items } = await moderator.read(`/v1/reviews?limit=200${query}`, reviewPage);
  return items.filter((one) => one.offerId === offerId);
}

/** Moderation, really started, between an intake that is the test and a register that answers as a test wants it. */
export class ModerationUnderTest {
  private constructor(
    readonly harness: ServiceHarness<ModerationConfig>,
    readonly register: FakeRegister,
    readonly raw: RawTopics,
  ) {}

  static async start(env: Readonly<Record<string, string>> = {}): Promise<ModerationUnderTest> {
    const register = await FakeRegister.start();
    register.knows(bakery);
    const harness = await ServiceHarness.start(moderationService, {
      env: {
        SANDBOX_URL: register.url,
        REGISTER_CACHE_S: '0',
        REGISTER_TIMEOUT_MS: '5000',
        REGISTER_RESET_MS: '100',
        ACCORD_PROFILE: 'test',
        RETRY_SCALE: '0.05',
        RATE_LIMIT_ADDRESS: '1000000',
        ...env,
      },
    });
    return new ModerationUnderTest(harness, register, await RawTopics.connect(kafkaBrokers.join(',')));
  }

  async stop(): Promise<void> {
    await this.raw.close();
    await this.harness.stop();
    await this.register.stop();
  }

  moderator(id = 'ada'): Promise<HttpClient> {
    return this.harness.as({ id, role: 'moderator' });
  }

  employer(id = holder): Promise<HttpClient> {
    return this.harness.as({ id, role: 'employer', sirets: [bakery] });
  }

  /** Writes what intake tells of an offer. */
  async revised(...events: readonly (Partial<OfferRevised> & Pick<OfferRevised, 'offerId'>)[]): Promise<void> {
    await this.raw.write(events.map((event) => this.recordOf(event)));
  }

  recordOf(event: Partial<OfferRevised> & Pick<OfferRevised, 'offerId'>): RawRecord {
    const at = new Date().toISOString();
    const data = offerRevised.data.parse({
      version: 1,
      revision: 1,
      holder,
      intent: 'show',
      createdAt: at,
      submittedAt: at,
      changedAt: at,
      offer: cleanOffer,
      ...event,
    });
    return this.record(data.offerId, data.version, Buffer.from(JSON.stringify(data)));
  }

  record(key: string, version: number, value: Buffer | null): RawRecord {
    const { type, topic } = offerRevised;
    const headers = headersOf({ id: uuid(), type, source: 'intake', occurredAt: new Date(), key, version });
    return { topic: `${this.harness.topicPrefix}${topic.name}`, key: Buffer.from(key), value, headers };
  }

  /** A new offer with this text, submitted. */
  async submitted(offer: SealedOffer = cleanOffer): Promise<string> {
    const offerId = uuid();
    await this.revised({ offerId, offer });
    return offerId;
  }

  /** Every word on an offer, the first first: `approved 1` is the verdict and the revision. */
  async words(offerId: string): Promise<string[]> {
    const rows: { word: string }[] = await this.harness.dataSource.query(
      `select verdict || ' ' || revision as word from verdict where offer_id = $1 order by version`,
      [offerId],
    );
    return rows.map(({ word }) => word);
  }

  async said(offerId: string, ...words: string[]): Promise<void> {
    await eventually(async () => expect(await this.words(offerId)).toEqual(words), { everyMs: 20 });
  }

  /** Offers written after this one are verified: so everything before it was handled, in its partition. */
  async settled(): Promise<void> {
    await eventually(async () => {
      const lag: { waits: number }[] = await this.harness.dataSource.query(
        'select (select count(*) from pending_verification where attempts = 0)::int + (select count(*) from outbox)::int as waits',
      );
      expect(lag[0]?.waits).toBe(0);
    });
  }

  /** What is on the topic of verdicts about an offer now, erasures as null. */
  async told(offerId: string): Promise<(OfferVerified | null)[]> {
    const records = await this.raw.readAll(`${this.harness.topicPrefix}${offerVerified.topic.name}`);
    return records
      .filter(({ key }) => key?.toString() === offerId)
      .map(({ value }) => (value === null ? null : offerVerified.data.parse(JSON.parse(value.toString()))));
  }
}
