import { postingChanged, type PostingChanged } from '@accord/contracts/events/posting-changed';
import { EventContext } from '@accord/messaging/event-context';
import { OnEvent } from '@accord/messaging/on-event';
import { Poison } from '@accord/messaging/poison';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { NewsStore, type OutcomeNews } from './news.store.js';

const KEY = /^([0-9a-f-]{36}):([a-z0-9-]{2,40})$/;

/** Where the publisher says each offer is: the employer's live map. */
@Controller()
export class OutcomeHandlers {
  constructor(private readonly news: NewsStore) {}

  @OnEvent(postingChanged)
  async onOutcome(@Payload() data: PostingChanged | null, @Ctx() { tx, key, version }: EventContext): Promise<void> {
    const [, offerId, partner] = KEY.exec(key) ?? [];
    if (offerId === undefined || partner === undefined) throw new Poison('refused', 'the key is not offer:partner');
    await this.news.keepOutcome(tx, { offerId, partner, version }, data === null ? null : newsOf(data));
  }
}

const newsOf = (data: PostingChanged): OutcomeNews => ({
  partner: data.partner,
  state: data.state,
  since: data.since,
  wantedVersion: data.wantedVersion,
  ...(data.publicUrl !== undefined && { publicUrl: data.publicUrl }),
  ...(data.reason !== undefined && { reason: data.reason }),
  ...(data.revision !== undefined && { revision: data.revision }),
});
