import { DeadLetters, type ListedLetter, type Resolution } from '@accord/messaging/dead-letters';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';

import { CurrentSubject, Roles, type Subject } from './authentication.js';
import { decodeCursor, type Page, pageOf, pageQuery } from './cursor.js';
import { Problem } from './problem.js';

const query = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'blocking', 'replayed', 'discarded']).optional(),
  topic: z.string().max(100).optional(),
});
const letterId = z.string().regex(/^\d{1,18}$/, 'the id of a dead letter is a number');
const position = z.tuple([letterId]);

/** What an operator does with the events this service could not handle; the events themselves are not shown. */
@Controller('v1/dead-letters')
@Roles('operator')
export class DeadLettersController {
  constructor(private readonly letters: DeadLetters) {}

  @Get()
  async listDeadLetters(@Query({ schema: query }) asked: z.infer<typeof query>): Promise<Page<ListedLetter>> {
    const { cursor, limit, state, topic } = asked;
    const [before] = cursor === undefined ? [] : decodeCursor(cursor, position);
    const rows = await this.letters.list({
      limit: limit + 1,
      ...(state !== undefined && { state }),
      ...(topic !== undefined && { topic }),
      ...(before !== undefined && { before }),
    });
    return pageOf(rows, limit, ({ id }) => [id]);
  }

  @Post(':id/replay')
  @HttpCode(200)
  async replayDeadLetter(
    @Param('id', { schema: letterId }) id: string,
    @CurrentSubject() by: Subject,
  ): Promise<object> {
    return answerTo(await this.letters.replay(id, by.id));
  }

  @Post(':id/discard')
  @HttpCode(200)
  async discardDeadLetter(
    @Param('id', { schema: letterId }) id: string,
    @CurrentSubject() by: Subject,
  ): Promise<object> {
    return answerTo(await this.letters.discard(id, by.id));
  }
}

function answerTo(resolution: Resolution): object {
  switch (resolution.kind) {
    case 'resolved':
      return { state: resolution.how };
    case 'not-found':
      throw new Problem('not-found', 'This service has no dead letter of this id.');
    case 'resolved-before':
      throw new Problem('state-forbids', `This dead letter has been ${resolution.how} before.`);
    case 'failed':
      throw new Problem(
        'replay-failed',
        `It was handled once more and failed once more (${resolution.reason}): ${resolution.error}`,
      );
  }
}
