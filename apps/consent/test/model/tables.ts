import type { PartnerFacts } from '../../src/domain/allowed-partners.js';
import type { Clause } from '../../src/domain/clause.js';
import type { LastDecision } from '../../src/domain/decide-offer.js';
import type { OpenPermit } from '../../src/domain/gate-statements.js';
import type { Halt, ShowFacts } from '../../src/domain/may-show.js';
import type { OfferFacts, ShownText } from '../../src/domain/offer-facts.js';
import type { SessionFacts } from '../../src/domain/session.js';
import type { Stop, StopScope } from '../../src/domain/stop.js';
import type { Posting } from '../../src/domain/wanted-postings.js';
import type { Memory, Tx } from './memory.js';
import type { Schedule } from './schedule.js';

export interface OfferRow extends OfferFacts {
  /** Of the employer's word. */
  readonly version: number;
  readonly last: LastDecision;
}

export interface PostingRow {
  readonly offerId: string;
  readonly posting: Posting;
}

export interface PermitRow extends OpenPermit {
  readonly openedAt: number;
}

interface SessionRow extends SessionFacts {
  readonly closesAt?: number;
  readonly closed?: true;
}

interface StopRow {
  readonly id: string;
  readonly scope: StopScope;
  readonly because: string;
  readonly ended: readonly string[];
  readonly effectiveAt?: number;
}

interface ListedRow {
  readonly stop: string;
  readonly permit: OpenPermit;
  readonly closed: boolean;
}

/** What was decided of one offer: an event on the topic. */
export interface Decided {
  readonly offerId: string;
  readonly version: number;
  readonly postings: readonly Posting[];
}

/** Consent's tables, as far as the protocol reads them. One rights holder has all offers. */
export class Tables {
  readonly sessions;
  readonly partners;
  readonly holders;
  readonly offers;
  readonly clauses;
  readonly halts;
  readonly postings;
  readonly permits;
  readonly attempts;
  readonly intents;
  readonly stops;
  readonly listed;
  readonly redecisions;
  readonly decisions;
  /** What was committed when a stop got its lock, for the judge. */
  readonly lockedAt = new WeakMap<Tx, Snapshot>();

  constructor(
    readonly memory: Memory,
    readonly schedule: Schedule,
  ) {
    this.sessions = memory.table<SessionRow>('session');
    this.partners = memory.table<PartnerFacts>('partner');
    this.holders = memory.table<true>('holder');
    this.offers = memory.table<OfferRow>('offer');
    this.clauses = memory.table<Clause>('clause');
    this.halts = memory.table<Halt>('halt');
    this.postings = memory.table<PostingRow>('posting');
    /** By posting: the primary key lets one request be under way for each. */
    this.permits = memory.table<PermitRow>('open_permit');
    this.attempts = memory.table<true>('attempt_seen');
    this.intents = memory.table<{ readonly scope: Stop['scope'] | SessionScope; readonly stop?: Stop }>('stop_intent');
    this.stops = memory.table<StopRow>('stop');
    this.listed = memory.table<ListedRow>('stop_permit');
    this.redecisions = memory.table<StopScope>('redecision');
    this.decisions = memory.table<Decided>('outbox');
  }

  snapshot(): Snapshot {
    const { clauses, offers, partners, halts } = this;
    const rows = [clauses.committed, offers.committed, partners.committed, halts.committed] as const;
    return { at: this.schedule.now, rows };
  }

  /** What a transaction changed over what was committed when it got its lock; null: over what is committed now. */
  rulesOf(tx: Tx, snapshot: Snapshot | undefined): Rules {
    const [clauses, offers, partners, halts] = snapshot?.rows ?? [];
    return {
      clauses: [...this.clauses.rows(tx, clauses).values()],
      offers: this.offers.rows(tx, offers),
      partners: this.partners.rows(tx, partners),
      halts: [...this.halts.rows(tx, halts).values()],
    };
  }

  /** What decides about these offers, for a transaction: four statements, each with a snapshot of its own. */
  async readFacts(tx: Tx, offers: readonly string[]): Promise<readonly ShowFacts[]> {
    await tx.statement();
    const offerRows = offers.flatMap((id) => this.offers.get(tx, id) ?? []);
    await tx.statement();
    const partners = [...this.partners.rows(tx).values()];
    await tx.statement();
    const halts = [...this.halts.rows(tx).values()];
    await tx.statement();
    const clauses = [...this.clauses.rows(tx).values()].filter(({ ended }) => ended === undefined);
    return offerRows.map((offer) => ({ offer, clauses, partners, halts }));
  }
}

interface SessionScope {
  readonly kind: 'session';
  readonly id: string;
}

/** What was committed at one instant. */
interface Snapshot {
  readonly at: number;
  readonly rows: readonly [
    ReadonlyMap<string, Clause>,
    ReadonlyMap<string, OfferRow>,
    ReadonlyMap<string, PartnerFacts>,
    ReadonlyMap<string, Halt>,
  ];
}

/** Everything that the rule reads. */
export interface Rules {
  readonly clauses: readonly Clause[];
  readonly offers: ReadonlyMap<string, OfferRow>;
  readonly partners: ReadonlyMap<string, PartnerFacts>;
  readonly halts: readonly Halt[];
}

const START = Date.parse('2027-03-10T12:00:00Z');

/** The text of a revision: every other one is about another occupation, every third closes soon. */
export const textOf = (revision: number): ShownText => ({
  revision,
  digest: `digest of ${revision}`,
  traits: {
    occupation: revision % 2 === 1 ? 'D1102' : 'M1805',
    communes: ['35238'],
    departments: ['35'],
    contractType: 'CDI',
  },
  closesAt: new Date(START + (revision % 3 === 0 ? 3_000 : 1e9)),
  lapsed: false,
});
