import type { PermitItem } from '@accord/contracts/internal/permits';

import type { PartnerFacts } from './allowed-partners.js';
import type { Clause } from './clause.js';
import type { Halt } from './may-show.js';
import type { OfferFacts } from './offer-facts.js';
import type { SessionFacts } from './session.js';
import type { Posting } from './wanted-postings.js';

/** A row that is held for share until the transaction ends; or somebody is changing it, or it is not there. */
export type Held<T> =
  { readonly kind: 'held'; readonly row: T } | { readonly kind: 'locked' } | { readonly kind: 'missing' };
export type HeldRows<T> = ReadonlyMap<string, Held<T>>;

/** What a batch of asks is about. */
export interface Subjects {
  readonly session: string;
  readonly offers: readonly string[];
  readonly holders: readonly string[];
  readonly partners: readonly string[];
}

/** Those of the subjects that a stop intends to change. */
export interface IntendedStops {
  readonly session: boolean;
  readonly offers: ReadonlySet<string>;
  readonly holders: ReadonlySet<string>;
  readonly partners: ReadonlySet<string>;
}

/** The open row that lets one request start. */
export interface OpenPermit {
  readonly permit: string;
  readonly session: string;
  readonly offerId: string;
  readonly partner: string;
  readonly version: number;
  readonly content: PermittedContent;
}

export type PermittedContent =
  | {
      readonly kind: 'show';
      readonly revision: number;
      readonly digest: string;
      readonly agreement: string;
      /** Contact data may go along. */
      readonly contacts: boolean;
    }
  | { readonly kind: 'remove' };

/** An attempt's id that was seen before. */
export type SeenAttempt = { readonly kind: 'open'; readonly permit: OpenPermit } | { readonly kind: 'closed' };

/** Why a permit could not be opened after all. */
export type OpenFailure = 'in-flight' | 'closed';

/**
 * What the gate asks of its database: each method is one statement or a few, each with a snapshot of its own, in one
 * transaction at READ COMMITTED. The order in which the gate calls them is the protocol; tests run it over a model of
 * this port and step it against the real one.
 */
export interface GateStatements {
  seen(attempts: readonly string[]): Promise<ReadonlyMap<string, SeenAttempt>>;
  /** An offer never changes its holder, so this needs no lock. */
  holdersOf(offers: readonly string[]): Promise<ReadonlyMap<string, string>>;
  intendedStops(about: Subjects): Promise<IntendedStops>;
  holdSession(session: string): Promise<Held<SessionFacts>>;
  holdPartners(partners: readonly string[]): Promise<HeldRows<PartnerFacts>>;
  holdHolders(holders: readonly string[]): Promise<HeldRows<true>>;
  holdOffers(offers: readonly string[]): Promise<HeldRows<OfferFacts>>;
  halts(about: Subjects): Promise<readonly Halt[]>;
  /** Clauses that have not ended, by holder: those for all offers, by filter, and for one of these offers. */
  clauses(holders: readonly string[], offers: readonly string[]): Promise<ReadonlyMap<string, readonly Clause[]>>;
  postings(items: readonly Pick<PermitItem, 'offerId' | 'partner'>[]): Promise<ReadonlyMap<string, Posting>>;
  /** `clock_timestamp()`: the instant of the statement, never that of the transaction's start. */
  clock(): Promise<Date>;
  /** Inserts the open rows; those that could not be are answered with the reason, by attempt. */
  open(permits: readonly OpenPermit[], at: Date): Promise<ReadonlyMap<string, OpenFailure>>;
}

/** Names one posting. */
export const postingKey = ({ offerId, partner }: Pick<PermitItem, 'offerId' | 'partner'>): string =>
  `${offerId} ${partner}`;
