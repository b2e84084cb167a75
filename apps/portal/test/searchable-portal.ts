import type { ShowableOffer } from '@accord/contracts/showable-offer';
import type { Answer, HttpClient } from '@accord/testing/http-client';
import { ServiceHarness } from '@accord/testing/service-harness';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';

import { AdStore } from '../src/ad.store.js';
import type { PortalConfig } from '../src/portal.config.js';
import { portalService } from '../src/portal.service-definition.js';
import { showable } from './showable.js';

const found = z.looseObject({
  items: z.array(z.looseObject({ offerId: z.string(), title: z.string(), distanceKm: z.number().optional() })),
  next: z.string().optional(),
  total: z.object({ value: z.int(), relation: z.enum(['exactly', 'atLeast']) }).optional(),
  understood: z.looseObject({ reading: z.string() }).optional(),
  facets: z
    .array(
      z.object({
        name: z.string(),
        exact: z.boolean(),
        countedAmong: z.int(),
        values: z.array(z.object({ code: z.string(), label: z.string().optional(), count: z.int() })),
      }),
    )
    .optional(),
});
export type Found = z.infer<typeof found>;

/** A portal with ads put into its index as decisions put them there, and its search over HTTP. */
export class SearchablePortal {
  private constructor(
    readonly harness: ServiceHarness<PortalConfig>,
    public everyone: HttpClient,
    readonly store: AdStore,
  ) {}

  static async start(): Promise<SearchablePortal> {
    const harness = await ServiceHarness.start(portalService, {
      env: { INTAKE_URL: 'http://127.0.0.1:1', RATE_LIMIT_ADDRESS: '1000000' },
    });
    return new SearchablePortal(harness, await harness.as(), new AdStore(harness.dataSource));
  }

  /** Stops it, lets something happen to its data, and starts it again. */
  async restart(meanwhile: () => Promise<unknown>): Promise<void> {
    await this.harness.stopService();
    await meanwhile();
    await this.harness.startAgain();
    this.everyone = await this.harness.as();
  }

  stop = (): Promise<void> => this.harness.stop();

  /** Shows an ad for each change of the usual one, a minute after one another; answers their ids. */
  async show(changes: readonly object[], from = '2026-11-01T08:00:00Z'): Promise<string[]> {
    const views = changes.map((change) => showable(uuid(), change));
    await this.showAll(
      views.map((view, minute) => ({ view, at: new Date(Date.parse(from) + minute * 60_000).toISOString() })),
    );
    return views.map(({ offerId }) => offerId);
  }

  async showAll(ads: readonly { readonly view: ShowableOffer; readonly at: string }[]): Promise<void> {
    await this.harness.dataSource.transaction((tx) =>
      this.store.show(
        tx,
        ads.map(({ view, at }) => ({ offerId: view.offerId, version: 1, decidedAt: at, view })),
      ),
    );
  }

  /** @param query as behind `?`, not encoded */
  find = (query: string): Promise<Found> => this.everyone.read(`/v1/ads?${encoded(query)}`, found);
  get = (query: string): Promise<Answer> => this.everyone.get(`/v1/ads?${encoded(query)}`);

  async ids(query: string): Promise<string[]> {
    return (await this.find(query)).items.map(({ offerId }) => offerId);
  }

  /** Every page from the first to the last. `between` is told of each. */
  async walk(query: string, between: (page: number) => Promise<void> = async () => undefined): Promise<Found['items']> {
    const items: Found['items'] = [];
    let next: string | undefined;
    for (let page = 0; ; page += 1) {
      const one = await this.find(next === undefined ? query : `${query}&cursor=${next}`);
      items.push(...one.items);
      next = one.next;
      if (next === undefined) return items;
      await between(page);
    }
  }
}

const encoded = (query: string): string => new URLSearchParams(query).toString();
