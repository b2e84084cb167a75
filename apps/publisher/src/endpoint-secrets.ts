import type { PartnerEndpoint } from '@accord/contracts/events/partner-registered';
import { endpointSecrets, type EndpointSecrets as SecretsAnswer } from '@accord/contracts/internal/keys';
import { WebhookSigner } from '@accord/receipts/webhook-signature';
import { Batcher } from '@accord/service/batcher';
import type { ServiceClient } from '@accord/service/service-client';

import { ExpiringCache } from './expiring-cache.js';

type Secrets = SecretsAnswer['endpoints'][number];

interface Held {
  readonly signer: WebhookSigner;
  readonly version: number;
}

/** Long enough to spare `partners` the calls, short enough that a rotation's old secret ends when it should. */
const TTL_MS = 5 * 60_000;

/** Signs for endpoints with their secrets in force: kept for minutes, asked for again when the registry tells of newer ones. */
export class EndpointSecrets {
  private readonly held = new ExpiringCache<Held>({ most: 1_000, ttlMs: TTL_MS });
  private readonly asks: Batcher<string, Secrets | undefined>;

  constructor(private readonly partners: Pick<ServiceClient, 'post'>) {
    this.asks = new Batcher((ids) => this.askAll(ids), { most: 200, atOnce: 2 });
  }

  /** @throws ServiceUnavailable, ServiceRefused; Error where the endpoint has no usable secret */
  async signerOf({ id, secretsVersion }: Pick<PartnerEndpoint, 'id' | 'secretsVersion'>): Promise<WebhookSigner> {
    const held = this.held.get(id);
    if (held !== undefined && held.version >= secretsVersion) return held.signer;
    const found = await this.asks.add(id);
    if (found === undefined) throw new Error(`endpoint ${id} has no secrets`);
    const signer = new WebhookSigner(found.secrets);
    this.held.set(id, { signer, version: found.secretsVersion });
    return signer;
  }

  private async askAll(ids: readonly string[]): Promise<(Secrets | undefined)[]> {
    const endpoints = [...new Set(ids)];
    const answer = await this.partners.post('/internal/v1/endpoint-secrets', { endpoints }, endpointSecrets);
    return ids.map((id) => answer.endpoints.find((one) => one.id === id));
  }
}
