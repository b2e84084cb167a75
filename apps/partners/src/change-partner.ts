import { CONFIG } from '@accord/service/kit.module';
import { Problem } from '@accord/service/problem';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';

import { AskStop, type StopView } from './ask-stop.js';
import type { NewEndpoint, NewPartner, PartnerChange, PartnerProfile, PartnerView } from './bodies.js';
import { Directory } from './directory.js';
import { EndpointEntity } from './endpoint.entity.js';
import { assertEndpointUrl } from './endpoint-rules.js';
import { EndpointSecrets, type ShownSecret } from './endpoint-secrets.js';
import type { PartnersConfig } from './partners.config.js';
import type { PartnerEntity } from './partner.entity.js';

/** A partner after a change, and the stop that the change needed. */
export interface ChangedPartner extends PartnerView {
  readonly stop?: StopView;
}

/** What the operator and the partner itself change in the directory. */
@Injectable()
export class ChangePartner {
  constructor(
    private readonly directory: Directory,
    private readonly secrets: EndpointSecrets,
    private readonly askStop: AskStop,
    @Inject(CONFIG) private readonly config: PartnersConfig,
  ) {}

  /** @throws Problem conflict */
  async add({ id, name, website, roles, category, limits }: NewPartner, actor: string): Promise<PartnerView> {
    const { concurrency, ratePerSecond } = limits;
    const own = { declared: [], confirmed: [], status: 'active' as const, concurrency, ratePerSecond };
    await this.directory.add({ id, name, website: website ?? null, roles, category, ...own }, actor);
    return this.read(id);
  }

  async read(id: string): Promise<PartnerView> {
    return viewOf((await this.directory.find(id)).partner);
  }

  /** The operator's word. @throws Problem not-found, state-forbids */
  async byOperator(id: string, change: PartnerChange, actor: string): Promise<ChangedPartner> {
    const what = { actor, what: `changed ${Object.keys(change).join(', ')}` };
    const { stop } = await this.directory.change(id, what, (_tx, { partner }) => applyChange(partner, change));
    return { ...(await this.read(id)), ...(stop !== undefined && { stop: await this.askStop.execute(stop) }) };
  }

  /** A condition that is no longer declared is no longer confirmed: weakened means stopped at once. */
  async byPartner(id: string, profile: PartnerProfile): Promise<ChangedPartner> {
    const { stop } = await this.directory.change(id, { actor: id, what: 'changed its profile' }, (_tx, { partner }) => {
      partner.name = profile.name;
      partner.website = profile.website ?? null;
      partner.declared = [...new Set(profile.declaredConditions)];
      partner.confirmed = partner.confirmed.filter((one) => partner.declared.includes(one));
    });
    return { ...(await this.read(id)), ...(stop !== undefined && { stop: await this.askStop.execute(stop) }) };
  }

  /**
   * Sets where a partner receives; it takes the place of an endpoint before, with secrets of its own.
   * @throws Problem invalid-request
   */
  async setEndpoint(
    id: string,
    { url, format, signing }: NewEndpoint,
    actor = id,
  ): Promise<{ id: string; secrets: ShownSecret[] }> {
    assertEndpointUrl(url, this.config);
    const endpoint = { id: uuid(), partnerId: id, url, format, signing, secretsVersion: 1, paused: false };
    let made: ShownSecret[] = [];
    await this.directory.change(id, { actor, what: 'set its endpoint' }, async (tx) => {
      await tx.delete(EndpointEntity, { partnerId: id });
      await tx.insert(EndpointEntity, endpoint);
      made = [await this.secrets.rotate(tx, endpoint)];
    });
    return { id: endpoint.id, secrets: made };
  }

  async removeEndpoint(id: string, endpointId: string): Promise<void> {
    await this.directory.change(id, { actor: id, what: 'removed its endpoint' }, async (tx, { endpoint }) => {
      if (endpoint?.id !== endpointId) throw noEndpoint();
      await tx.delete(EndpointEntity, { id: endpointId, partnerId: id });
    });
  }

  /** @throws Problem not-found where there is no endpoint */
  async rotate(id: string): Promise<{ secrets: ShownSecret[] }> {
    let made: ShownSecret[] = [];
    await this.directory.change(id, { actor: id, what: 'rotated its secrets' }, async (tx, { endpoint }) => {
      if (endpoint === null) throw noEndpoint();
      endpoint.secretsVersion += 1;
      await tx.save(EndpointEntity, endpoint);
      made = [await this.secrets.rotate(tx, endpoint)];
    });
    return { secrets: made };
  }

  /** Paused: nothing is sent, nothing is lost. */
  async pause(id: string, paused: boolean): Promise<void> {
    await this.directory.change(id, { actor: id, what: paused ? 'paused' : 'resumed' }, async (tx, { endpoint }) => {
      if (endpoint === null) throw noEndpoint();
      endpoint.paused = paused;
      await tx.save(EndpointEntity, endpoint);
    });
  }
}

const noEndpoint = (): Problem =>
  new Problem('not-found', 'You have no endpoint: set one with POST /v1/partners/me/endpoints.');

function applyChange(partner: PartnerEntity, change: PartnerChange): void {
  if (partner.status === 'closed')
    throw new Problem('state-forbids', 'A closed partner does not come back: add it under a new id.');
  const undeclared = change.conditions?.filter((one) => !partner.declared.includes(one)) ?? [];
  if (undeclared.length > 0) {
    const message = `the partner has not declared ${undeclared.join(', ')}: only it can`;
    throw new Problem('invalid-request', 'A condition is confirmed that nobody declared.', [
      { pointer: '/conditions', code: 'not-declared', message },
    ]);
  }
  partner.category = change.category ?? partner.category;
  partner.status = change.status ?? partner.status;
  partner.roles = change.roles ?? partner.roles;
  partner.confirmed = change.conditions ?? partner.confirmed;
  partner.concurrency = change.limits?.concurrency ?? partner.concurrency;
  partner.ratePerSecond = change.limits?.ratePerSecond ?? partner.ratePerSecond;
}

export const viewOf = (partner: PartnerEntity): PartnerView => ({
  id: partner.id,
  name: partner.name,
  ...(partner.website !== null && { website: partner.website }),
  roles: partner.roles,
  category: partner.category,
  status: partner.status,
  conditions: partner.confirmed,
  ...(partner.termsVersion > 0 && { terms: { version: partner.termsVersion, material: partner.termsMaterial } }),
  halted: partner.halted,
  changedAt: partner.changedAt.toISOString(),
});
