import { generateKeyPairSync, randomBytes } from 'node:crypto';

import { agreementDraft } from '@accord/contracts/agreement';
import type { PermitAnswer, PermitItem } from '@accord/contracts/internal/permits';
import { createDataSource } from '@accord/database/connect';
import { dropService, migrateService } from '@accord/database/migrate';
import { readConfig } from '@accord/service/config';
import { Health } from '@accord/service/health';
import { Metrics } from '@accord/service/metrics';
import { CapturedLog } from '@accord/testing/captured-log';
import { adminDatabaseUrl } from '@accord/testing/environment';
import { eventually } from '@accord/testing/eventually';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';

import { consentConfig } from '../src/consent.config.js';
import { decideOffers } from '../src/decide/decide-offers.js';
import { carryOut, type StopOutcome } from '../src/domain/stopping.js';
import { decidePermits } from '../src/domain/permit-gate.js';
import type { Answered } from '../src/domain/judge-permit.js';
import type { Stop } from '../src/domain/stop.js';
import { Keys } from '../src/keys.js';
import { Loops } from '../src/loops.js';
import { GrowTree } from '../src/ledger/grow-tree.js';
import { migrations } from '../src/migrations.js';
import { ensureOffers, setIntents } from '../src/offers/offer.store.js';
import { keepTexts, showTexts } from '../src/offers/text.store.js';
import { storePartner } from '../src/partners/partner.store.js';
import { changeClauses, ensureHolders } from '../src/clauses/clause.store.js';
import { AskPermits } from '../src/permits/ask-permits.js';
import { ClosePermits } from '../src/permits/close-permits.js';
import type { LockMode } from '../src/permits/gate-lock.js';
import { PermitFigures } from '../src/permits/permit-figures.js';
import { PermitGateStore } from '../src/permits/permit-gate.store.js';
import { Proofs } from '../src/permits/proofs.js';
import { CloseFenced } from '../src/sessions/close-fenced.js';
import { FenceSession } from '../src/sessions/fence-session.js';
import { OpenSession } from '../src/sessions/open-session.js';
import { Door } from '../src/state/door.js';
import { CarryOutStop } from '../src/stops/carry-out-stop.js';
import { FinishIntents } from '../src/stops/finish-intents.js';
import { SettleWaiting } from '../src/stops/settle-waiting.js';
import { Intents } from '../src/stops/intents.js';
import { StopStore } from '../src/stops/stop.store.js';
import { anOffer, holder } from './an-offer.js';
import { partners } from './partner-facts.js';
import { stepped, type Stepper } from './stepper.js';

const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** The protocol on a real database, without broker and HTTP; its statements can be stepped. */
export class ProtocolUnderTest {
  readonly ask: AskPermits;
  readonly closing: ClosePermits;
  readonly stops: CarryOutStop;
  readonly intents: Intents;
  readonly finishIntents: FinishIntents;
  readonly fencing: FenceSession;
  readonly opening: OpenSession;
  readonly closeFenced: CloseFenced;
  readonly settling: SettleWaiting;
  readonly tree: GrowTree;
  readonly keys: Keys;
  readonly log = new CapturedLog('consent');

  private constructor(
    readonly db: DataSource,
    readonly appUrl: string,
    private readonly adminUrl: string,
    private readonly suffix: string,
  ) {
    const config = readConfig(consentConfig, {
      DATABASE_URL: appUrl,
      KAFKA_BROKERS: 'localhost:1',
      ISSUER_URL: 'http://localhost',
      CONSENT_SIGNING_KEY: pem,
      ACTOR_HASH_KEY: randomBytes(32).toString('base64'),
      INTENT_AGE_MS: '100',
    });
    const { log } = this.log;
    const loops = new Loops(log);
    const door = new Door(new Health(log));
    door.open();
    const metrics = new Metrics('consent');
    this.intents = new Intents(config);
    this.keys = new Keys(config);
    this.tree = new GrowTree(db, door, this.keys, loops);
    this.ask = new AskPermits(db, new Proofs(db, this.keys), door, new PermitFigures(metrics));
    this.closing = new ClosePermits(db, loops);
    this.stops = new CarryOutStop(db, this.intents, loops, log);
    this.finishIntents = new FinishIntents(db, this.stops, log, config);
    this.fencing = new FenceSession(db, this.intents, log);
    this.opening = new OpenSession(db, loops);
    this.settling = new SettleWaiting(db, loops);
    this.closeFenced = new CloseFenced(db, this.closing, loops, config);
  }

  static async start(adminUrl = adminDatabaseUrl): Promise<ProtocolUnderTest> {
    const suffix = `t${randomBytes(5).toString('hex')}`;
    const { appUrl } = await migrateService({
      adminUrl,
      schema: { service: 'consent', migrations },
      suffix,
    });
    const db = createDataSource({ url: appUrl, poolSize: 12, applicationName: suffix });
    await db.initialize();
    const protocol = new ProtocolUnderTest(db, appUrl, adminUrl, suffix);
    await protocol.intents.onModuleInit();
    for (const facts of partners) await protocol.inTx((tx) => storePartner(tx, facts));
    return protocol;
  }

  async stop(): Promise<void> {
    await this.intents.onApplicationShutdown();
    await this.db.destroy();
    await dropService(this.adminUrl, 'consent', this.suffix);
  }

  inTx<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.db.transaction('READ COMMITTED', work);
  }

  // What stands ---------------------------------------------------------------------------------------------------------------

  /** An approved offer on show, and decided upon. */
  async offerOnShow(owner = holder): Promise<string> {
    const offerId = uuid();
    const at = new Date().toISOString();
    const text = {
      version: 1,
      revision: 1,
      holder: owner,
      intent: 'show',
      createdAt: at,
      submittedAt: at,
      changedAt: at,
    } as const;
    await this.inTx(async (tx) => {
      await ensureHolders(tx, [owner]);
      await ensureOffers(tx, [{ offerId, holder: owner }]);
      await setIntents(tx, [{ offerId, version: 1, intent: 'show', reason: null }]);
      await keepTexts(tx, [{ ...text, offerId, offer: anOffer }]);
      await showTexts(tx, [{ offerId, revision: 1 }]);
      await decideOffers(tx, [offerId]);
    });
    return offerId;
  }

  /** A clause of the holder; decided upon for these offers. Answers its id. */
  async clause(
    change: Readonly<Record<string, unknown>>,
    decide: readonly string[] = [],
    owner = holder,
  ): Promise<string> {
    const id = uuid();
    const draft = agreementDraft.parse({
      effect: 'allow',
      offers: 'all',
      audience: { kind: 'all' },
      wording: { id: 'multidiffusion', version: 1, language: 'fr' },
      ...change,
    });
    const given = {
      id,
      holder: owner,
      draft,
      wordingDigest: 'a'.repeat(64),
      digest: 'b'.repeat(64),
      actor: 'c'.repeat(64),
    };
    await this.inTx(async (tx) => {
      await ensureHolders(tx, [owner]);
      await changeClauses(tx, owner, { kind: 'clauses', end: [], begin: [], add: given }, null);
      if (decide.length > 0) await decideOffers(tx, [...decide].sort());
    });
    return id;
  }

  async session(pid = Math.floor(Math.random() * 1e6) + 1): Promise<string> {
    return (await this.opening.execute({ host: 'test', boot: 'boot', pid, startTime: '1' })).session;
  }

  async item(offerId: string, partner: string, attempt: string = uuid()): Promise<PermitItem> {
    const posting = await this.one('select version::int, wanted from posting where offer_id = $1 and partner_id = $2', [
      offerId,
      partner,
    ]);
    const kind = posting?.['wanted'] === 'remove' ? 'remove' : 'show';
    return { attempt, offerId, partner, version: Number(posting?.['version'] ?? 0), kind };
  }

  // What happens --------------------------------------------------------------------------------------------------------------

  async asked(session: string, ...items: readonly PermitItem[]): Promise<PermitAnswer[]> {
    return this.ask.execute({ session, items: [...items] });
  }

  /** One ask through the gate's own statements, stepped. */
  steppedAsk(
    session: string,
    items: readonly PermitItem[],
    stepper: Stepper,
    change: GateChange = {},
  ): Promise<Answered[]> {
    return this.inTx((tx) => {
      const store = change.store?.(tx) ?? new PermitGateStore(tx, change.mode ?? 'skip');
      return decidePermits(stepped(store, stepper), { session, items: [...items] }, { epoch: 0 });
    });
  }

  /** The transaction of a stop, stepped. */
  steppedStop(stop: Stop, stepper: Stepper): Promise<StopOutcome> {
    return this.inTx(async (tx) => {
      const outcome = await carryOut(stepped(new StopStore(tx, stop), stepper), stop);
      if (stop.scope.kind === 'offer') await decideOffers(tx, [stop.scope.id], { stop: stop.id });
      return outcome;
    });
  }

  /** Until PostgreSQL itself says that a statement of this work waits for another transaction. @throws where it ends instead */
  async waits(work: Promise<unknown>): Promise<void> {
    const ended = work.then(() => Promise.reject(new Error('it ended and waited for nobody')));
    await Promise.race([
      ended,
      eventually(async () => {
        const blocked = await this.one(
          `select pid from pg_stat_activity
            where application_name = $1 and wait_event_type = 'Lock' and cardinality(pg_blocking_pids(pid)) > 0`,
          [this.suffix],
        );
        if (blocked === undefined) throw new Error('nothing waits');
      }),
    ]);
    ended.catch(() => undefined);
  }

  /** Decides an offer anew, as the pages that follow a stop do. */
  decided(offerId: string): Promise<void> {
    return this.inTx(async (tx) => {
      await tx.query('select 1 from offer where offer_id = $1 for no key update', [offerId]);
      await decideOffers(tx, [offerId]);
    });
  }

  close(session: string, ...attempts: readonly string[]): Promise<string[]> {
    return this.closing.execute({ session, closures: attempts.map((attempt) => ({ attempt, outcome: 'answered' })) });
  }

  async stopState(id: string): Promise<{ effectiveAt: Date | null; open: number } | undefined> {
    const row = await this.one(
      `select effective_at, (select count(*)::int from stop_permit p where p.stop_id = s.stop_id and closed_at is null) as open
         from stop s where stop_id = $1`,
      [id],
    );
    return (
      row && {
        effectiveAt: row['effective_at'] instanceof Date ? row['effective_at'] : null,
        open: Number(row['open']),
      }
    );
  }

  async one(sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown> | undefined> {
    const rows: Record<string, unknown>[] = await this.db.query(sql, [...values]);
    return rows[0];
  }
}

export interface GateChange {
  readonly mode?: LockMode;
  /** Another implementation of the gate's statements: a mutant. */
  readonly store?: (tx: EntityManager) => PermitGateStore;
}

/** The withdrawal of one agreement. */
export const withdrawalOf = (agreement: string, owner = holder): Stop => ({
  id: uuid(),
  scope: { kind: 'holder', id: owner },
  because: 'agreement-withdrawn',
  holder: owner,
  agreement,
  requestedAt: new Date().toISOString(),
  change: { kind: 'clauses', end: [{ id: agreement, as: 'withdrawn' }], begin: [], add: null },
});

export const haltOf = (kind: 'partner' | 'holder' | 'offer', id: string): Stop => ({
  id: uuid(),
  scope: { kind, id },
  because: 'halt',
  ...(kind !== 'partner' && { holder }),
  requestedAt: new Date().toISOString(),
  change: { kind: 'halt', setBy: 'operator', reason: 'test', version: null },
});
