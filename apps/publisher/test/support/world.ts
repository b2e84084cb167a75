import { partnerRegistered, type PartnerRegistered } from '@accord/contracts/events/partner-registered';
import { postingChanged, type PostingChanged } from '@accord/contracts/events/posting-changed';
import { publicationDecided, type PublicationDecided } from '@accord/contracts/events/publication-decided';
import type { ShowableOffer } from '@accord/contracts/showable-offer';
import { digestOf } from '@accord/receipts/digest';
import { eventually } from '@accord/testing/eventually';
import { ServiceHarness } from '@accord/testing/service-harness';
import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';

import type { PublisherConfig } from '../../src/publisher.config.js';
import { publisherService } from '../../src/publisher.service-definition.js';
import { FakeConsent } from './fake-consent.js';
import { FakeKeys } from './fake-keys.js';
import { showable } from './showable.js';
import { type Arrival, offerOf, Sink } from './sink.js';
import { Topics } from './topics.js';

type Listed = PublicationDecided['postings'][number];

/** What is decided for one partner. */
export interface Decided {
  readonly partner: string;
  readonly wanted: 'show' | 'remove';
  readonly version: number;
  readonly contacts?: boolean;
}

/** The row of a posting, with all its columns. */
export interface StoredPosting extends Record<string, unknown> {
  readonly posting_id: string;
  readonly permit: string | null;
}

/** An agreement: the gate compares none, so one serves all. */
const AGREEMENT = '0199f3a0-0000-7000-8000-00000000000a';

/** The publisher under test: in this process, or in others. */
export interface PublisherUnderTest {
  readonly dataSource: DataSource;
  readonly topicPrefix: string;
  stop(): Promise<void>;
}

interface Others {
  readonly consent: FakeConsent;
  readonly keys: FakeKeys;
  readonly sink: Sink;
}

/** A publisher among everything it talks to: consent, intake, partners, portals, topics. */
export class World<P extends PublisherUnderTest = ServiceHarness<PublisherConfig>> {
  readonly consent: FakeConsent;
  readonly keys: FakeKeys;
  readonly sink: Sink;
  private registryVersion = 0;
  private readonly versions = new Map<string, number>();

  private constructor(
    others: Others,
    readonly publisher: P,
    readonly topics: Topics,
  ) {
    ({ consent: this.consent, keys: this.keys, sink: this.sink } = others);
  }

  static start(env: Record<string, string> = {}): Promise<World> {
    return World.around((own) => ServiceHarness.start(publisherService, { env: { ...own, ...env } }));
  }

  /** @param start given where everybody is */
  static async around<P extends PublisherUnderTest>(
    start: (env: Record<string, string>) => Promise<P>,
  ): Promise<World<P>> {
    const [consent, keys] = await Promise.all([FakeConsent.start(), FakeKeys.start()]);
    const mayArrive = (arrival: Arrival) => {
      const offerId = offerOf(arrival);
      const kind = arrival.body.type === 'offer.removed' ? 'remove' : 'show';
      return offerId === undefined || consent.isOpen(offerId, arrival.partner, kind);
    };
    const sink = await Sink.start(mayArrive);
    const publisher = await start(World.env(consent, keys));
    return new World({ consent, keys, sink }, publisher, await Topics.connect(publisher.topicPrefix));
  }

  private static env(consent: FakeConsent, keys: FakeKeys): Record<string, string> {
    return {
      ACCORD_PROFILE: 'test',
      OUTGOING_ALLOW: '127.0.0.1/32',
      HEARTBEAT_MS: '300',
      RETRY_SCALE: '0.01',
      BREAKER_RESET_MS: '300',
      CONSENT_URL: consent.url,
      INTAKE_URL: keys.url,
      PARTNERS_URL: keys.url,
      DATABASE_POOL: '10',
    };
  }

  /** Makes partners known, and waits until their lanes are open. */
  async register(...partners: (Partial<PartnerRegistered> & { partner: string })[]): Promise<void> {
    await this.topics.write(partnerRegistered, ...partners.map((one) => this.registration(one)));
    await eventually(async () => {
      const rows: { partner_id: string; owner: string | null }[] = await this.publisher.dataSource.query(
        'select partner_id, owner from partner left join lane using (partner_id) where partner_id = any($1)',
        [partners.map(({ partner }) => partner)],
      );
      expect(rows.filter(({ owner }) => owner !== null)).toHaveLength(partners.length);
    });
  }

  registration(change: Partial<PartnerRegistered> & { partner: string }): PartnerRegistered {
    const { partner } = change;
    return {
      version: (this.registryVersion += 1),
      name: partner,
      roles: ['outlet'],
      category: 'public',
      status: 'active',
      conditions: [],
      endpoint: this.endpoint(partner),
      limits: { concurrency: 4, ratePerSecond: 1_000 },
      changedAt: new Date().toISOString(),
      ...change,
    };
  }

  endpoint(partner: string, change: Partial<NonNullable<PartnerRegistered['endpoint']>> = {}) {
    return {
      id: '0199f3a0-0000-7000-8000-0000000000ee',
      url: this.sink.endpointOf(partner),
      format: 'canonical-json',
      signing: 'hmac',
      secretsVersion: 1,
      paused: false,
      ...change,
    } as const;
  }

  /** Decides as consent does: its gate knows it at once, the topic tells it. */
  async decide(
    offerId: string,
    view: ShowableOffer | null,
    ...postings: readonly Decided[]
  ): Promise<PublicationDecided> {
    const decision = this.decision(offerId, view, ...postings);
    await this.topics.write(publicationDecided, decision);
    return decision;
  }

  decision(offerId: string, view: ShowableOffer | null, ...postings: readonly Decided[]): PublicationDecided {
    const version = (this.versions.get(offerId) ?? 0) + 1;
    this.versions.set(offerId, version);
    const listed = postings.map((posting) => this.listed(offerId, view, posting));
    return {
      offerId,
      version,
      holder: '000100016',
      offer: view,
      ownPortal: view !== null,
      standing: view === null ? 'withdrawn' : 'published',
      decidedAt: new Date().toISOString(),
      postings: listed,
    };
  }

  private listed(offerId: string, view: ShowableOffer | null, decided: Decided): Listed {
    const { partner, wanted: kind, version, contacts = false } = decided;
    const digest = view === null ? '' : digestOf(view);
    const revision = view?.revision ?? 1;
    this.consent.wish(offerId, partner, { kind, version, revision, digest, agreement: AGREEMENT, contacts });
    if (kind === 'remove') return { partner, wanted: 'remove', version, because: 'agreement-withdrawn' };
    return { partner, wanted: 'show', version, revision, digest, agreement: AGREEMENT };
  }

  /** Shows a new offer at these partners. */
  async show(...partners: string[]): Promise<string> {
    const offerId = uuid();
    await this.decide(offerId, showable(offerId), ...partners.map((partner) => show(partner, 1)));
    return offerId;
  }

  /** The state of a posting, as others are told. */
  async outcome(offerId: string, partner: string): Promise<PostingChanged | null | undefined> {
    return (await this.topics.last(postingChanged)).get(`${offerId}:${partner}`);
  }

  /** The row of a posting. */
  async row(offerId: string, partner: string): Promise<StoredPosting> {
    const [row]: StoredPosting[] = await this.publisher.dataSource.query(
      `select *, due_at > now() as waits from posting where offer_id = $1 and partner_id = $2`,
      [offerId, partner],
    );
    if (row === undefined) throw new Error('there is no such posting');
    return row;
  }

  /** Waits until a posting is in a state. */
  async until(offerId: string, partner: string, state: string): Promise<StoredPosting> {
    return eventually(async () => {
      const row = await this.row(offerId, partner);
      expect(row.state).toBe(state);
      return row;
    });
  }

  async stop(): Promise<void> {
    await this.topics.close();
    await this.publisher.stop();
    await Promise.all([this.consent.stop(), this.keys.stop(), this.sink.stop()]);
  }
}

export const show = (partner: string, version: number, contacts = false): Decided => ({
  partner,
  wanted: 'show',
  version,
  contacts,
});
export const remove = (partner: string, version: number): Decided => ({ partner, wanted: 'remove', version });
