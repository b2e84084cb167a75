import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';

import type { Employer } from '../employer.js';
import type { SubscriptionView } from './bodies.js';
import { DeliveryStore } from './delivery.store.js';
import { SubscriptionSecrets } from './subscription-secrets.js';
import { type Subscription, SubscriptionStore } from './subscription.store.js';

/** Somebody else's is answered like one that never was. */
export const noSuchSubscription = (): Problem => new Problem('not-found', 'You have no subscription with this id.');

const remedies: Readonly<Record<NonNullable<SubscriptionView['paused']>['because'], string>> = {
  employer: 'You paused it: set its state to active to go on.',
  gone: 'Its endpoint answered 410: set another url; or its state to active, once it is there again.',
  failing: 'Its endpoint has taken nothing for days: set its state to active once it works. What waits is sent then.',
};

/** Shows an employer its subscriptions: how their endpoints are doing, what waits, and what signs. */
@Injectable()
export class ShowSubscriptions {
  constructor(
    private readonly subscriptions: SubscriptionStore,
    private readonly deliveries: DeliveryStore,
    private readonly secrets: SubscriptionSecrets,
  ) {}

  async all(employer: Employer): Promise<SubscriptionView[]> {
    return this.viewsOf(await this.subscriptions.list(employer));
  }

  /** @throws Problem not-found */
  async one(employer: Employer, id: string): Promise<SubscriptionView> {
    const found = await this.subscriptions.find(id, employer);
    const [view] = found === undefined ? [] : await this.viewsOf([found]);
    if (view === undefined) throw noSuchSubscription();
    return view;
  }

  private async viewsOf(subscriptions: readonly Subscription[]): Promise<SubscriptionView[]> {
    const ids = subscriptions.map(({ id }) => id);
    const [pending, secrets] = await Promise.all([this.deliveries.pendingOf(ids), this.secrets.shownOf(ids)]);
    return subscriptions.map((one) => viewOf(one, pending.get(one.id) ?? 0, secrets.get(one.id) ?? []));
  }
}

const viewOf = (one: Subscription, pending: number, secrets: SubscriptionView['secrets']): SubscriptionView => ({
  id: one.id,
  ...(one.agent !== null && { agent: one.agent }),
  url: one.url,
  ...(one.types !== null && { types: one.types }),
  ...(one.description !== null && { description: one.description }),
  signing: one.signing,
  state: one.paused === null ? 'active' : 'paused',
  ...(one.paused !== null && {
    paused: {
      because: one.paused.because,
      since: one.paused.since.toISOString(),
      message: remedies[one.paused.because],
    },
  }),
  ...(one.failingSince !== null && { failingSince: one.failingSince.toISOString() }),
  ...(one.lastSuccessAt !== null && { lastSuccessAt: one.lastSuccessAt.toISOString() }),
  pending,
  secrets,
  createdAt: one.createdAt.toISOString(),
  changedAt: one.changedAt.toISOString(),
});
