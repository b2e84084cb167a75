import { Problem } from '@accord/service/problem';
import { ServiceRefused, ServiceUnavailable } from '@accord/service/service-client';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';

import type { Attempt } from './attempt-row.js';
import { AttemptStore } from './attempt.store.js';
import { EndpointSecrets } from './endpoint-secrets.js';
import { keptReply } from './kept-reply.js';
import type { Sent } from './partner-client.js';
import { type PartnerSettings, PartnerStore } from './partner.store.js';
import { TestClient } from './test-client.js';

export const testEventAnswer = z
  .object({
    /** As in the header `webhook-id`. */
    id: z.string(),
    result: z.string(),
    status: z.int().optional(),
    /** What went wrong, where something did. */
    error: z.string().optional(),
    durationMs: z.int(),
    reply: z.string().optional(),
  })
  .meta({ title: 'TestEventAnswer' });

@Injectable()
export class TestEventStores {
  constructor(
    readonly db: DataSource,
    readonly partners: PartnerStore,
    readonly attempts: AttemptStore,
  ) {}
}

/** Tries a partner's endpoint out. About no offer, so it needs no permit, and goes past the lane: the partner waits for it. */
@Injectable()
export class SendTestEvent {
  constructor(
    private readonly stores: TestEventStores,
    private readonly secrets: EndpointSecrets,
    private readonly client: TestClient,
  ) {}

  /** @throws Problem state-forbids, unavailable */
  async execute(partner: string, message: string): Promise<z.infer<typeof testEventAnswer>> {
    const endpoint = (await this.stores.partners.find(partner))?.endpoint;
    if (endpoint === undefined) throw new Problem('state-forbids', 'You have no endpoint yet: set one first.');
    const signer = await this.signerOf(endpoint);
    const id = uuid();
    const sent = await this.client.send(`test.${id}`, message, { url: endpoint.url, signer });
    const attempt = attemptOf(id, partner, endpoint.id, sent);
    await this.stores.attempts.add(this.stores.db, [attempt]);
    if (sent.result.kind === 'received') await this.stores.partners.markBack(this.stores.db, partner);
    return answerOf(attempt, sent);
  }

  private async signerOf(endpoint: NonNullable<PartnerSettings['endpoint']>) {
    try {
      return await this.secrets.signerOf(endpoint);
    } catch (cause) {
      if (!(cause instanceof ServiceUnavailable) && !(cause instanceof ServiceRefused)) throw cause;
      throw new Problem('unavailable', 'Your signing secrets cannot be had now.', [], { retryAfterS: 5, cause });
    }
  }
}

function attemptOf(id: string, partner: string, endpoint: string, { at, outcome, result }: Sent): Attempt {
  const status = outcome.kind === 'answered' ? outcome.status : undefined;
  const durationMs = outcome.kind === 'refused' ? 0 : outcome.durationMs;
  return {
    id,
    at,
    partner,
    kind: 'test',
    number: 1,
    endpoint,
    result,
    status,
    durationMs,
    mark: {},
    reply: keptReply(outcome),
  };
}

function answerOf(
  { id, result, status, durationMs, reply }: Attempt,
  { outcome }: Sent,
): z.infer<typeof testEventAnswer> {
  return {
    id: `test.${id}`,
    result: result.kind,
    status,
    error: outcome.kind === 'answered' ? undefined : outcome.message,
    durationMs,
    reply: reply?.body.toString('utf8').slice(0, 2_000),
  };
}
