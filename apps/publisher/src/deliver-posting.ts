import { failpoint } from '@accord/service/failpoint';
import { Log } from '@accord/service/logging';
import { ServiceRefused, ServiceUnavailable } from '@accord/service/service-client';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';

import { type Composed, ComposeMessage } from './compose-message.js';
import type { Unsent } from './domain/attempt-result.js';
import { EndpointSecrets } from './endpoint-secrets.js';
import { type Permit, PermitGate } from './permit-gate.js';
import type { Requested, Work } from './end-posting.js';

export type Delivered =
  | { readonly kind: 'requested'; readonly requested: Requested }
  /** Nothing was sent, and no permit is open for it. */
  | { readonly kind: 'unsent'; readonly unsent: Unsent };

/** One posting, once: a permit, the message it is for, the request. What came of it is not stored here. */
@Injectable()
export class DeliverPosting {
  constructor(
    private readonly gate: PermitGate,
    private readonly secrets: EndpointSecrets,
    private readonly compose: ComposeMessage,
    private readonly log: Log,
  ) {}

  /** Never rejects: whatever is missing, the posting is given back. */
  async execute(work: Work): Promise<Delivered> {
    try {
      return await this.deliver(work);
    } catch (error) {
      return { kind: 'unsent', unsent: this.reasonOf(error, work) };
    }
  }

  private async deliver(work: Work): Promise<Delivered> {
    const { claimed, attempted, endpoint, flight, lane } = work;
    const { offerId, partner } = claimed.posting;
    // Before the permit is asked for: nothing may take long once it is there.
    const signer = await this.secrets.signerOf(endpoint);
    failpoint('publisher.before-permit');
    const { kind, version } = attempted;
    const answer = await this.gate.ask({ attempt: uuid(), offerId, partner, version, kind });
    if (answer.kind === 'unsent') return answer;
    failpoint('publisher.after-permit');
    const { permit } = answer;
    const composed = await this.messageFor(work, permit);
    if (composed.kind === 'unsent') return composed;
    const { message } = composed;
    const isCut = flight.cutBecause !== undefined;
    const sent = isCut ? undefined : await lane.client.send(permit, message, { url: endpoint.url, signer }, flight);
    if (sent !== undefined) {
      failpoint('publisher.after-send');
      return { kind: 'requested', requested: { permit, message, sent } };
    }
    this.gate.close(permit);
    return { kind: 'unsent', unsent: { kind: 'notReady', because: flight.cutBecause ?? 'circuit-open' } };
  }

  /** The permit is given back where there is nothing to send under it. */
  private async messageFor({ claimed, endpoint }: Work, permit: Permit): Promise<Composed> {
    try {
      const composed = await this.compose.execute(claimed.posting, permit.grant, endpoint.format);
      if (composed.kind === 'unsent') this.gate.close(permit);
      return composed;
    } catch (error) {
      this.gate.close(permit);
      throw error;
    }
  }

  /** Another service of ours is away: the posting waits. Anything else is a fault that someone must see. */
  private reasonOf(error: unknown, { claimed }: Work): Unsent {
    if (error instanceof ServiceUnavailable) return { kind: 'notReady', because: `${error.service}-away` };
    const { id, partner } = claimed.posting;
    this.log.error('posting.not-sent', error, { postingId: id, partner });
    return {
      kind: 'notReady',
      because: error instanceof ServiceRefused ? `${error.service}-refused` : 'internal-error',
    };
  }
}
