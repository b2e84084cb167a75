import { decodeCursor, pageOf } from '@accord/service/cursor';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { RevisionComparison, RevisionList, RevisionView } from './answers.js';
import { textChanges } from './domain/text-changes.js';
import type { Employer } from './employer.js';
import { OfferStore } from './offer.store.js';
import { noSuchOffer } from './refusals.js';
import { type RevisionNews, RevisionNewsStore } from './revision-news.store.js';
import { type OpenedText, TextStore } from './text.store.js';

const position = z.tuple([z.int()]);
const noSuchRevision = (): Problem => new Problem('not-found', 'The offer has no revision with this number.');

/** Every text the employer submitted of an offer: what it changed, who wrote it, and what was said of it. */
@Injectable()
export class ShowRevisions {
  constructor(
    private readonly offers: OfferStore,
    private readonly texts: TextStore,
    private readonly news: RevisionNewsStore,
  ) {}

  /** The newest first. @throws Problem not-found, invalid-request */
  async all(employer: Employer, id: string, page: { cursor?: string; limit: number }): Promise<RevisionList> {
    await this.assertOwn(employer, id);
    const before = page.cursor === undefined ? undefined : decodeCursor(page.cursor, position)[0];
    // One more than the page: what the last one is compared with.
    const [found, news] = await Promise.all([this.texts.list(id, before, page.limit), this.news.of(id)]);
    const { items, next } = pageOf(found, page.limit, ({ revision }) => [revision]);
    return {
      items: items.map((text, at) => viewOf(text, found[at + 1], news.get(text.revision))),
      ...(next !== undefined && { next }),
    };
  }

  /** @throws Problem not-found */
  async one(employer: Employer, id: string, revision: number): Promise<RevisionView> {
    await this.assertOwn(employer, id);
    const [[text, before], news] = await Promise.all([this.texts.list(id, revision + 1, 1), this.news.of(id)]);
    if (text?.revision !== revision) throw noSuchRevision();
    return viewOf(text, before, news.get(revision));
  }

  /** What one text changes against another, whichever came first. @throws Problem not-found */
  async compare(employer: Employer, id: string, of: { from: number; to: number }): Promise<RevisionComparison> {
    await this.assertOwn(employer, id);
    const [from, to] = await Promise.all([this.texts.find(id, of.from), this.texts.find(id, of.to)]);
    if (from === undefined || to === undefined) throw noSuchRevision();
    return { ...of, changes: textChanges(from.content, to.content) };
  }

  private async assertOwn(employer: Employer, id: string): Promise<void> {
    if ((await this.offers.find(id, employer)) === undefined) throw noSuchOffer();
  }
}

const viewOf = (
  { revision, submittedAt, findings, content }: OpenedText,
  before: OpenedText | undefined,
  { by, verdict }: RevisionNews = {},
): RevisionView => ({
  revision,
  submittedAt: submittedAt.toISOString(),
  ...(by !== undefined && { by }),
  findings: [...findings],
  ...(verdict !== undefined && { verdict }),
  changes: before === undefined ? [] : textChanges(before.content, content),
  offer: content,
});
