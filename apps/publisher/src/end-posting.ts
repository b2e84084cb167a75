import type { PartnerEndpoint } from '@accord/contracts/events/partner-registered';
import { failpoint } from '@accord/service/failpoint';
import { Log } from '@accord/service/logging';
import { Injectable } from '@nestjs/common';

import type { Attempt } from './attempt-row.js';
import type { Claimed } from './claim.store.js';
import type { Message } from './compose-message.js';
import { Conclude } from './conclude.js';
import type { Attempted, Unsent } from './domain/attempt-result.js';
import type { Flight } from './flights.js';
import { keptReply } from './kept-reply.js';
import type { Lane } from './lane.js';
import type { Sent } from './partner-client.js';
import { type Permit, PermitGate } from './permit-gate.js';
import type { Concluded } from './store-conclusions.js';

/** A posting on its way. */
export interface Work {
  readonly claimed: Claimed;
  readonly attempted: Attempted;
  readonly lane: Lane;
  readonly endpoint: PartnerEndpoint;
  readonly flight: Flight;
}

/** A request that was made. */
export interface Requested {
  readonly permit: Permit;
  readonly message: Message;
  readonly sent: Sent;
}

/** Stores what came of a posting and gives its permit back. */
@Injectable()
export class EndPosting {
  constructor(
    private readonly gate: PermitGate,
    private readonly conclude: Conclude,
    private readonly log: Log,
  ) {}

  unsent({ claimed, attempted }: Work, unsent: Unsent): Promise<Concluded> {
    const { id: postingId, partner } = claimed.posting;
    this.log.debug('posting.given-back', { postingId, partner, version: attempted.version, ...unsent });
    return this.conclude.execute({ claimed, attempted, end: { kind: 'unsent', unsent } }, () => undefined);
  }

  /**
   * Stored first, then the permit is closed; but no stop waits for a database that is away, and what was cut is closed at once,
   * since a stop waits for just that.
   */
  async requested(work: Work, requested: Requested): Promise<Concluded> {
    const { claimed, attempted } = work;
    const { permit, sent } = requested;
    let isOpen = true;
    const close = (): void => {
      if (isOpen) this.gate.close(permit, sent.outcome);
      isOpen = false;
    };
    if (sent.result.kind === 'cut') close();
    const attempt = attemptOf(work, requested);
    this.tell(attempt);
    try {
      const concluded = await this.conclude.execute({ claimed, attempted, end: { kind: 'attempt', attempt } }, close);
      failpoint('publisher.after-record');
      return concluded;
    } finally {
      close();
    }
  }

  private tell({ id, partner, posting, kind, result, status, durationMs, number }: Attempt): void {
    const error = result.kind === 'failed' ? result.reason : undefined;
    const about = { attempt: id, partner, offerId: posting?.offerId, version: posting?.version, kind };
    this.log.info('posting.attempted', { ...about, number, result: result.kind, status, error, ms: durationMs });
  }
}

function attemptOf({ claimed, attempted, endpoint }: Work, { permit, message, sent }: Requested): Attempt {
  const { id, offerId, partner, attempts } = claimed.posting;
  const { outcome, result, at } = sent;
  return {
    id: permit.id,
    at,
    partner,
    kind: attempted.kind,
    posting: { id, offerId, version: attempted.version, revision: attempted.revision },
    number: attempts + 1,
    endpoint: endpoint.id,
    result,
    status: outcome.kind === 'answered' ? outcome.status : undefined,
    durationMs: outcome.kind === 'refused' ? 0 : outcome.durationMs,
    mark: message.mark,
    reply: keptReply(outcome),
  };
}
