import { CONFIG } from '@accord/service/kit.module';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { Posting } from './domain/posting.js';
import { type PageVerdict, pageVerdict } from './domain/probe-verdict.js';
import { afterLook } from './domain/recall-state.js';
import type { Recall, RecalledPage } from './domain/recall.js';
import { PageClient } from './page-client.js';
import { PageTurnsStore } from './page-turns.store.js';
import { PostingStore } from './posting.store.js';
import type { PublisherConfig } from './publisher.config.js';
import { RecallNews } from './recall-news.js';
import { RecallStore } from './recall.store.js';
import { RetryScale } from './store-conclusions.js';
import { tellOutcomes, withVersions } from './tell-outcomes.js';

const AT_ONCE = 20;

/** What looking works with. */
@Injectable()
export class PageParts {
  constructor(
    readonly recalls: RecallStore,
    readonly turns: PageTurnsStore,
    readonly client: PageClient,
    readonly postings: PostingStore,
  ) {}
}

/** How a publisher looks at pages. */
@Injectable()
export class PagePace {
  /** Between two pages of a host, where its robots.txt asks for no more. */
  readonly everyMs: number;
  readonly hours: number;
  readonly scale: number;

  constructor(@Inject(CONFIG) { PAGE_EVERY_MS, RECALL_HOURS }: PublisherConfig, { value }: RetryScale) {
    this.everyMs = PAGE_EVERY_MS;
    this.hours = RECALL_HOURS;
    this.scale = value;
  }
}

/** Looks whether ads that were to come down are gone from the pages that their partners named. */
@Injectable()
export class LookAtPages {
  constructor(
    private readonly db: DataSource,
    private readonly parts: PageParts,
    private readonly pace: PagePace,
    private readonly news: RecallNews,
  ) {}

  /** What is due now, hosts side by side, the pages of one host in turn. @returns how many were due */
  async execute(): Promise<number> {
    const due = await this.parts.recalls.claim(AT_ONCE);
    const hosts = Map.groupBy(due, ({ recall }) => URL.parse(recall?.page?.url ?? '')?.host ?? '');
    await Promise.all([...hosts].map(([host, postings]) => this.lookAt(host, postings)));
    return due.length;
  }

  /** One page; the others of the host wait for their turns. */
  private async lookAt(host: string, [first, ...others]: readonly Posting[]): Promise<void> {
    if (first === undefined) return;
    const isOurs = await this.parts.turns.take(host);
    const waiting = isOurs ? others : [first, ...others];
    await this.parts.recalls.postpone(waiting.map(({ id }, at) => ({ id, byMs: this.pace.everyMs * (at + 1) })));
    const { recall } = first;
    if (!isOurs || recall?.page === undefined) return;
    let everyMs = this.pace.everyMs;
    try {
      const { page } = recall;
      const { look, crawlDelayMs = 0 } = await this.parts.client.look(page.url);
      everyMs = Math.max(everyMs, crawlDelayMs);
      await this.store(first.id, { recall, page }, pageVerdict(look, page.marks, page.url));
    } finally {
      await this.parts.turns.free(host, everyMs);
    }
  }

  /** What was seen counts for the recall that it was looked at for, and for no later one. */
  private async store(
    id: string,
    of: { readonly recall: Recall; readonly page: RecalledPage },
    verdict: PageVerdict,
  ): Promise<void> {
    await this.db.transaction('READ COMMITTED', async (tx) => {
      const [held] = await this.parts.postings.lock(tx, [id]);
      const before = held?.posting;
      const isSame = before?.recall?.since.getTime() === of.recall.since.getTime();
      if (before === undefined || !isSame || before.recall?.page?.url !== of.page.url) return;
      const now = await this.parts.postings.now(tx);
      const pace = { scale: this.pace.scale, random: Math.random() };
      const after = afterLook(before, { verdict, now, pace, hours: this.pace.hours });
      const { all, news, recalls } = withVersions([{ before, after }], now);
      await this.parts.postings.save(tx, all);
      await tellOutcomes(tx, news);
      this.news.tell(tx, recalls);
    });
  }
}
