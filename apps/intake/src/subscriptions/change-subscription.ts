import { endpointFault } from '@accord/safe-http/reach';
import { CONFIG } from '@accord/service/kit.module';
import { Problem } from '@accord/service/problem';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';

import type { IntakeConfig } from '../intake.config.js';
import { agentOf, type Employer } from '../employer.js';
import type {
  CreatedSubscription,
  NewSubscription,
  ShownSecret,
  SubscriptionChange,
  SubscriptionView,
} from './bodies.js';
import { noSuchSubscription, ShowSubscriptions } from './show-subscriptions.js';
import { SubscriptionSecrets } from './subscription-secrets.js';
import { type Subscription, SubscriptionStore } from './subscription.store.js';

/** So that nobody can make us owe without end. */
const MOST = 20;

/** Another address takes away what an endpoint's fault had paused. */
function resumes({ url, paused }: Subscription, change: SubscriptionChange): boolean {
  if (paused === null || change.state !== undefined) return paused !== null && change.state === 'active';
  return paused.because !== 'employer' && change.url !== undefined && change.url !== url;
}

@Injectable()
export class SubscriptionParts {
  constructor(
    readonly show: ShowSubscriptions,
    @Inject(CONFIG) readonly config: IntakeConfig,
  ) {}
}

/** What an employer does with its subscriptions. */
@Injectable()
export class ChangeSubscription {
  constructor(
    private readonly db: DataSource,
    private readonly subscriptions: SubscriptionStore,
    private readonly secrets: SubscriptionSecrets,
    private readonly parts: SubscriptionParts,
  ) {}

  /** The secret is in this answer and in no other. @throws Problem invalid-request, conflict */
  async add(employer: Employer, { url, types, description, signing }: NewSubscription): Promise<CreatedSubscription> {
    this.assertUsable(url);
    if ((await this.subscriptions.list(employer)).length >= MOST) {
      throw new Problem('conflict', `You have ${MOST} subscriptions, as many as you may: end one first.`);
    }
    const id = uuid();
    const secret = await this.db.transaction(async (tx) => {
      const { holder } = employer;
      const asked = {
        id,
        holder,
        agent: agentOf(employer),
        url,
        types: types ?? null,
        description: description ?? null,
        signing,
      };
      await this.subscriptions.add(tx, asked);
      return this.secrets.rotate(tx, id, signing);
    });
    return { ...(await this.parts.show.one(employer, id)), secrets: [secret] };
  }

  /** @throws Problem not-found, invalid-request */
  async change(employer: Employer, id: string, change: SubscriptionChange): Promise<SubscriptionView> {
    const present = await this.subscriptions.find(id, employer);
    if (present === undefined) throw noSuchSubscription();
    if (change.url !== undefined) this.assertUsable(change.url);
    await this.db.transaction(async (tx) => {
      if (resumes(present, change)) await this.subscriptions.resume(tx, id);
      if (change.state === 'paused') await this.subscriptions.pause(tx, id, 'employer');
      const { url = present.url, types = present.types, description = present.description } = change;
      await this.subscriptions.update(tx, { ...present, url, types, description });
    });
    return this.parts.show.one(employer, id);
  }

  /** @throws Problem not-found */
  async rotate(employer: Employer, id: string): Promise<{ secrets: ShownSecret[] }> {
    const present = await this.subscriptions.find(id, employer);
    if (present === undefined) throw noSuchSubscription();
    return { secrets: [await this.db.transaction((tx) => this.secrets.rotate(tx, id, present.signing))] };
  }

  /** @throws Problem not-found */
  async end(employer: Employer, id: string): Promise<void> {
    if (!(await this.subscriptions.end(id, employer))) throw noSuchSubscription();
  }

  /** @throws Problem invalid-request */
  private assertUsable(url: string): void {
    const fault = endpointFault(url, this.parts.config);
    if (fault === undefined) return;
    throw new Problem('invalid-request', 'The endpoint cannot be used.', [{ pointer: '/url', ...fault }]);
  }
}
