import { generateKeyPairSync, randomBytes } from 'node:crypto';

import type { EventContract, EventData } from '@accord/contracts/define-event';
import { offerRevised, type OfferRevised } from '@accord/contracts/events/offer-revised';
import { offerVerified, type OfferVerified } from '@accord/contracts/events/offer-verified';
import { partnerRegistered, type PartnerRegistered } from '@accord/contracts/events/partner-registered';
import { postingChanged, type PostingChanged } from '@accord/contracts/events/posting-changed';
import {
  publicationDecided,
  publicationStanding,
  type PublicationDecided,
} from '@accord/contracts/events/publication-decided';
import { headersOf } from '@accord/messaging/envelope';
import { KeySet } from '@accord/receipts/key-set';
import { kafkaBrokers } from '@accord/testing/environment';
import { eventually } from '@accord/testing/eventually';
import type { HttpClient } from '@accord/testing/http-client';
import { type RawRecord, RawTopics } from '@accord/testing/raw-topics';
import { type HarnessOptions, ServiceHarness } from '@accord/testing/service-harness';
import { v7 as uuid } from 'uuid';

import type { ConsentConfig } from '../src/consent.config.js';
import { consentService } from '../src/consent.service-definition.js';
import { decisionEvent } from '../src/decide/decision.store.js';
import type { Standing } from '../src/domain/standing.js';
import { POSTING_COLUMNS, postingOf, postingRow } from '../src/rows/posting-row.js';
import { APublisher } from './a-publisher.js';
import { AnEmployer } from './an-employer.js';
import { anOffer, holder } from './an-offer.js';
import { partners } from './partner-facts.js';

interface DecidedRow {
  readonly holder_id: string;
  readonly decision: string;
  readonly standing: string;
  readonly decided_revision: number | null;
  readonly decided_at: Date;
  readonly view: PublicationDecided['offer'];
}

const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Consent, really started, between an intake, a moderation, a directory and publishers that are the test. */
export class ConsentUnderTest {
  private employers = 0;

  private constructor(
    readonly harness: ServiceHarness<ConsentConfig>,
    readonly raw: RawTopics,
  ) {}

  static async start(options: HarnessOptions = {}): Promise<ConsentUnderTest> {
    const harness = await ServiceHarness.start(consentService, {
      ...options,
      env: {
        CONSENT_SIGNING_KEY: pem,
        ACTOR_HASH_KEY: randomBytes(32).toString('base64'),
        TICK_MS: '20',
        RATE_LIMIT_SUBJECT: '1000000',
        RATE_LIMIT_ADDRESS: '1000000',
        DATABASE_POOL: '10',
        ACCORD_PROFILE: 'test',
        ...options.env,
      },
    });
    const consent = new ConsentUnderTest(harness, await RawTopics.connect(kafkaBrokers.join(',')));
    await consent.ready();
    return consent;
  }

  async ready(): Promise<void> {
    await eventually(async () => expect((await this.open.get('/health/ready')).status).toBe(200));
  }

  async stop(): Promise<void> {
    await this.raw.close();
    await this.harness.stop();
  }

  get open(): HttpClient {
    return this.harness.asService('nobody');
  }

  operator(): Promise<HttpClient> {
    return this.harness.as({ id: 'ops', role: 'operator' });
  }

  get asPublisher(): HttpClient {
    return this.harness.asService('publisher');
  }

  // What the other services say ---------------------------------------------------------------------------------------------

  async registered(...changes: readonly Partial<PartnerRegistered>[]): Promise<void> {
    const all =
      changes.length === 0
        ? partners
        : changes.map((change) => partnerRegistered.data.parse({ ...partners[0], ...change }));
    await this.write(...all.map((data) => this.event(partnerRegistered, data)));
    await eventually(async () => {
      for (const { partner, version } of all)
        expect(
          await this.one('select version from partner where partner_id = $1 and version >= $2', [partner, version]),
        ).toBeDefined();
    });
  }

  /** Intake's word on an offer. */
  async revised(change: Partial<OfferRevised> & Pick<OfferRevised, 'offerId'>): Promise<void> {
    await this.write(this.event(offerRevised, this.revision(change)));
  }

  revision(change: Partial<OfferRevised> & Pick<OfferRevised, 'offerId'>): OfferRevised {
    const at = new Date().toISOString();
    return offerRevised.data.parse({
      version: 1,
      revision: 1,
      holder,
      intent: 'show',
      createdAt: at,
      submittedAt: at,
      changedAt: at,
      offer: anOffer,
      ...change,
    });
  }

  /** Moderation's word on a revision. */
  async verified(change: Partial<OfferVerified> & Pick<OfferVerified, 'offerId'>): Promise<void> {
    await this.write(this.event(offerVerified, this.verdict(change)));
  }

  verdict(change: Partial<OfferVerified> & Pick<OfferVerified, 'offerId'>): OfferVerified {
    return offerVerified.data.parse({
      version: 1,
      revision: 1,
      verdict: 'approved',
      takeDown: false,
      findings: [],
      policyVersion: '1',
      decidedBy: 'machine',
      decidedAt: new Date().toISOString(),
      approvedRevision: 1,
      ...change,
    });
  }

  /** A publisher's word on a posting. */
  async outcome(change: Partial<PostingChanged> & Pick<PostingChanged, 'offerId' | 'partner'>): Promise<void> {
    await this.write(this.event(postingChanged, this.posting(change)));
  }

  posting(change: Partial<PostingChanged> & Pick<PostingChanged, 'offerId' | 'partner'>): PostingChanged {
    return postingChanged.data.parse({
      postingId: uuid(),
      version: 1,
      state: 'live',
      wantedVersion: 1,
      knownVersion: 1,
      mayHold: true,
      since: new Date().toISOString(),
      attempts: 1,
      ...change,
    });
  }

  /** Waits until this version of what is told about an offer was handled, and all that was told of the key before. */
  async handled(table: 'offer' | 'verdict' | 'outcome', offerId: string, version: number): Promise<void> {
    const sql = `select from ${table} where offer_id = $1 and version = $2`;
    await eventually(async () => expect(await this.one(sql, [offerId, version])).toBeDefined());
  }

  /** An approved offer, decided upon. */
  async offerOnShow(change: Partial<OfferRevised> = {}, standing: Standing = 'published'): Promise<string> {
    const offerId = change.offerId ?? uuid();
    const { revision = 1 } = change;
    await this.revised({ offerId, ...change });
    await this.verified({ offerId, revision, approvedRevision: revision });
    await this.handled('verdict', offerId, 1);
    await eventually(async () => expect((await this.decision(offerId))?.standing).toBe(standing));
    return offerId;
  }

  event<C extends EventContract>(contract: C, data: EventData<C>): RawRecord {
    return this.record(contract, contract.key(data), contract.version(data), Buffer.from(JSON.stringify(data)));
  }

  record(contract: EventContract, key: string, version: number, value: Buffer | null): RawRecord {
    const { type, topic } = contract;
    const headers = headersOf({ id: uuid(), type, source: topic.writer, occurredAt: new Date(), key, version });
    return { topic: `${this.harness.topicPrefix}${topic.name}`, key: Buffer.from(key), value, headers };
  }

  write(...records: readonly RawRecord[]): Promise<void> {
    return this.raw.write(records);
  }

  // What consent says -------------------------------------------------------------------------------------------------------

  /** Every decision that is on the topic about an offer, erasures as null, once all that was decided is there. */
  async decisions(offerId: string): Promise<(PublicationDecided | null)[]> {
    await eventually(async () => expect(await this.one('select from outbox')).toBeUndefined());
    const records = await this.raw.readAll(`${this.harness.topicPrefix}${publicationDecided.topic.name}`);
    return records
      .filter(({ key }) => key?.toString() === offerId)
      .map(({ value }) => (value === null ? null : publicationDecided.data.parse(JSON.parse(value.toString()))));
  }

  /** The last decision, as the database has it: what the topic has, or will have in a moment. */
  decision(offerId: string): Promise<PublicationDecided | undefined> {
    return this.harness.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const [row]: DecidedRow[] = await tx.query(
        `select o.*, (select view from offer_revision r where r.offer_id = o.offer_id and r.revision = o.decided_revision) as view
           from offer o where offer_id = $1 and decision > 0`,
        [offerId],
      );
      if (row === undefined) return undefined;
      const rows: unknown[] = await tx.query(
        `select ${POSTING_COLUMNS} from posting where offer_id = $1 and wanted <> 'nothing' order by partner_id`,
        [offerId],
      );
      const decision = {
        offerId,
        holder: row.holder_id,
        version: Number(row.decision),
        standing: publicationStanding.parse(row.standing),
        revision: row.decided_revision ?? undefined,
        postings: postingRow.array().parse(rows).map(postingOf),
      };
      return decisionEvent(decision, row.view, row.decided_at);
    });
  }

  /** Waits for the last decision to want this of the partners, `partner: show|remove`; answers it. */
  async wanted(offerId: string, wanted: Readonly<Record<string, 'show' | 'remove'>>): Promise<PublicationDecided> {
    return eventually(async () => {
      const decision = await this.decision(offerId);
      expect(Object.fromEntries(decision?.postings.map((one) => [one.partner, one.wanted]) ?? [])).toEqual(wanted);
      if (decision === undefined) throw new Error('no decision');
      return decision;
    });
  }

  /** A publisher process, with a session of its own. */
  publisher(): Promise<APublisher> {
    return APublisher.open(this.asPublisher, (offerId) => this.decision(offerId));
  }

  /** An employer that no other test knows. */
  async employer(): Promise<AnEmployer> {
    this.employers += 1;
    return this.employerOf(String(100_000_000 + this.employers));
  }

  async employerOf(holder: string): Promise<AnEmployer> {
    return new AnEmployer(holder, await this.harness.as({ id: holder, role: 'employer', sirets: [`${holder}00013`] }));
  }

  async keys(): Promise<KeySet> {
    return KeySet.fromJwks((await this.open.get('/.well-known/jwks.json')).body);
  }

  /** The kinds of the ledger's leaves that name an agreement, in their order, once all are numbered. */
  async leavesOf(agreement: string): Promise<unknown[]> {
    await eventually(async () => expect(await this.one('select from ledger_pending')).toBeUndefined());
    const sql = `select leaf->>'kind' as kind from ledger_entry where leaf->>'agreement' = $1 order by number`;
    const rows: { kind: unknown }[] = await this.harness.dataSource.query(sql, [agreement]);
    return rows.map(({ kind }) => kind);
  }

  /** Why the stops of something were carried out, in their order. */
  async stopsOf(kind: 'offer' | 'holder' | 'partner', id: string): Promise<unknown[]> {
    const sql = 'select because from stop where scope_kind = $1 and scope_id = $2 order by applied_at';
    const rows: { because: unknown }[] = await this.harness.dataSource.query(sql, [kind, id]);
    return rows.map(({ because }) => because);
  }

  async one(sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown> | undefined> {
    const rows: Record<string, unknown>[] = await this.harness.dataSource.query(sql, [...values]);
    return rows[0];
  }
}
