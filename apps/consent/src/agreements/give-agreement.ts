import type { AgreementDraft } from '@accord/contracts/agreement';
import type { StopAnswer } from '@accord/contracts/internal/stops';
import { digestOf } from '@accord/receipts/digest';
import type { Subject } from '@accord/service/authentication';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { v5 as uuidOf, v7 as uuid } from 'uuid';

import type { GivenClause, Stop } from '../domain/stop.js';
import { canTakeAway } from '../domain/withdrawal.js';
import { Keys } from '../keys.js';
import { StopCarrier } from '../stops/stop-carrier.js';
import { AddClause } from './add-clause.js';
import { agreementReceipt } from './agreement-receipt.js';
import type { AgreementRow } from './agreement-row.js';
import { CheckDraft } from './check-draft.js';

export interface AgreementGiven {
  readonly id: string;
  readonly receipt: string;
  /** Where something comes down by it. */
  readonly stop?: StopAnswer;
}

export interface GiveOptions {
  readonly waitMs: number;
  /** The caller's own name for the request: asked again, it is the same agreement. */
  readonly idempotencyKey?: string;
}

/** Takes an agreement or a refusal. What can take something away is a stop; an allow without conditions only adds. */
@Injectable()
export class GiveAgreement {
  constructor(
    private readonly checkDraft: CheckDraft,
    private readonly clauses: AddClause,
    private readonly stops: StopCarrier,
    private readonly keys: Keys,
  ) {}

  /** @throws Problem invalid-request, not-found, state-forbids, idempotency-key-reused, conflict, unavailable */
  async execute(
    giver: Subject,
    draft: AgreementDraft,
    { waitMs, idempotencyKey }: GiveOptions,
  ): Promise<AgreementGiven> {
    const id = idempotencyKey === undefined ? uuid() : uuidOf(`${giver.id} ${idempotencyKey}`, NAMESPACE);
    const digest = clauseDigest(giver.id, draft);
    const before = idempotencyKey === undefined ? undefined : await this.clauses.find(id);
    if (before !== undefined) return this.sameAgain(before, digest, waitMs);
    const { wording, now } = await this.checkDraft.execute(giver.id, draft);
    const actor = this.keys.actorOf(`${giver.id} ${draft.givenBy?.name ?? ''}`);
    const given: GivenClause = { id, holder: giver.id, draft, wordingDigest: wording.digest, digest, actor };
    const stop = stopOf(given, now);
    if (!(await this.take(given, stop))) return this.givenMeanwhile(given, waitMs);
    return this.answer(id, stop?.id, waitMs);
  }

  private async take(given: GivenClause, stop: Stop | undefined): Promise<boolean> {
    if (stop === undefined) return this.clauses.execute(given);
    return (await this.stops.carryOut(stop)).kind !== 'superseded';
  }

  /** By the same request sent twice at once; or what it was to replace was ended by another one. */
  private async givenMeanwhile({ id, digest }: GivenClause, waitMs: number): Promise<AgreementGiven> {
    const other = await this.clauses.find(id);
    if (other === undefined) throw new Problem('state-forbids', 'The agreement to be replaced has just ended.');
    return this.sameAgain(other, digest, waitMs);
  }

  private async sameAgain(before: AgreementRow, digest: string, waitMs: number): Promise<AgreementGiven> {
    if (before.digest !== digest)
      throw new Problem('idempotency-key-reused', 'This Idempotency-Key was used for another agreement.');
    const stop = before.ended_as === null ? before.stop_id : null;
    return this.answer(before.clause_id, stop ?? undefined, waitMs);
  }

  private async answer(id: string, stopId: string | undefined, waitMs: number): Promise<AgreementGiven> {
    const stop = stopId === undefined ? undefined : await this.stops.waitFor(stopId, waitMs);
    const row = await this.clauses.find(id);
    if (row === undefined)
      throw new Problem('unavailable', 'The agreement will be stored in a moment: ask for it again.', [], {
        retryAfterS: 1,
      });
    const tells = stop !== undefined && (row.effect === 'refuse' || row.replaces !== null || comesDown(stop));
    return { id, receipt: agreementReceipt(this.keys, row), ...(tells && { stop }) };
  }
}

const NAMESPACE = 'd4b1f6a0-2c54-4b62-8b0e-6f7a5c9d3e21';

const comesDown = (stop: StopAnswer): boolean => stop.state === 'stopping' || stop.postings.length > 0;

/** Of the clause as it was given, without the person: a digest of a name could be guessed. */
const clauseDigest = (holder: string, { givenBy: _person, ...clause }: AgreementDraft): string =>
  digestOf({ holder, ...clause });

/** A clause that begins later takes nothing away yet: the clock makes that stop. */
function stopOf(given: GivenClause, now: Date): Stop | undefined {
  const { draft, holder, actor } = given;
  const later = draft.from !== undefined && new Date(draft.from) > now;
  const counts = draft.effect === 'refuse' || draft.pendingProof !== true;
  const narrows = canTakeAway({ effect: draft.effect, conditions: draft.conditions ?? [] }) && counts && !later;
  if (!narrows && draft.replaces === undefined) return undefined;
  return {
    id: uuid(),
    scope: { kind: 'holder', id: holder },
    because: draft.replaces !== undefined ? 'agreement-replaced' : draft.effect === 'refuse' ? 'refusal' : 'condition',
    holder,
    ...(draft.replaces !== undefined && { agreement: draft.replaces }),
    ...(draft.replaces === undefined && draft.offers === 'one' && { offer: draft.offerId }),
    actor,
    requestedAt: new Date().toISOString(),
    change: {
      kind: 'clauses',
      end: draft.replaces === undefined ? [] : [{ id: draft.replaces, as: 'replaced' }],
      begin: later ? [] : [given.id],
      add: given,
    },
  };
}
