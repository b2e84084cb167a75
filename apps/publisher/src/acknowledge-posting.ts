import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { acknowledged, type Acknowledgement } from './domain/acknowledge.js';
import type { Posting } from './domain/posting.js';
import { PostingStore } from './posting.store.js';
import { tellOutcomes, withVersions } from './tell-outcomes.js';

/** A partner says where a posting shows, or that it does not show it. */
@Injectable()
export class AcknowledgePosting {
  constructor(
    private readonly db: DataSource,
    private readonly postings: PostingStore,
  ) {}

  /** @throws Problem not-found, state-forbids */
  execute(partner: string, postingId: string, word: Acknowledgement): Promise<Posting> {
    return this.db.transaction('READ COMMITTED', async (tx) => {
      const [held] = await this.postings.lock(tx, [postingId]);
      // Another partner's posting does not exist for this one.
      if (held?.posting.partner !== partner) throw new Problem('not-found', 'You have no posting with this id.');
      const now = await this.postings.now(tx);
      const result = acknowledged(held.posting, word, now);
      if (result.kind === 'notShown') {
        throw new Problem('state-forbids', 'You are not to show this posting: it was removed, or is to be.');
      }
      const { all, news } = withVersions([{ before: held.posting, after: result.posting }], now);
      await this.postings.save(tx, all);
      await tellOutcomes(tx, news);
      return result.posting;
    });
  }
}
