import { eventually } from '@accord/testing/eventually';

import { bakery, ModerationUnderTest, tooLowPaid } from './moderation-harness.js';

describe('while the register is down', () => {
  let moderation: ModerationUnderTest;
  beforeEach(async () => {
    moderation = await ModerationUnderTest.start();
    moderation.register.answers(503);
  });
  afterEach(() => moderation.stop());

  const pending = async (): Promise<number> => {
    const rows: { count: number }[] = await moderation.harness.dataSource.query(
      'select count(*)::int as count from pending_verification where attempts > 0',
    );
    return rows[0]?.count ?? 0;
  };

  it('approves nobody, says so once, and goes on when it is back', async () => {
    const ids = [await moderation.submitted(), await moderation.submitted(), await moderation.submitted()];
    for (const id of ids) await moderation.said(id, 'inReview 1');
    await eventually(() => expect(moderation.harness.log.of('register.down').length).toBeGreaterThan(0));
    const asked = moderation.register.asked.length;
    await eventually(() => expect(moderation.register.asked.length).toBeGreaterThan(asked));
    expect(await pending()).toBe(3);
    for (const id of ids) expect(await moderation.words(id)).toEqual(['inReview 1']);
    const [word] = await moderation.harness.dataSource.query('select findings from verdict where offer_id = $1', [
      ids[0],
    ]);
    expect(JSON.stringify(word)).toContain('queued');

    moderation.register.knows(bakery);
    for (const id of ids) await moderation.said(id, 'inReview 1', 'approved 1');
    expect(await pending()).toBe(0);
    expect(moderation.harness.log.of('register.up').length).toBeGreaterThan(0);
  });

  it('opens no review for a person: nothing is in doubt but the register', async () => {
    const id = await moderation.submitted();
    await moderation.said(id, 'inReview 1');
    expect((await (await moderation.moderator()).get('/v1/reviews')).body).toEqual({ items: [] });
  });

  it('asks for changes that are needed anyway', async () => {
    await moderation.said(await moderation.submitted(tooLowPaid), 'changesRequested 1');
  });

  it('remembers what waits across a restart', async () => {
    const id = await moderation.submitted();
    await moderation.said(id, 'inReview 1');
    await moderation.harness.stopService();
    moderation.register.knows(bakery);
    await moderation.harness.startAgain();
    await moderation.said(id, 'inReview 1', 'approved 1');
  });

  it('rejects whom the register does not know once it is back', async () => {
    const id = await moderation.submitted();
    await moderation.said(id, 'inReview 1');
    moderation.register.knows();
    await moderation.said(id, 'inReview 1', 'rejected 1');
  });

  it('verifies a newer text in the place of the one that waited', async () => {
    const id = await moderation.submitted();
    await moderation.said(id, 'inReview 1');
    await moderation.revised({ offerId: id, version: 2, revision: 2 });
    await moderation.said(id, 'inReview 1', 'inReview 2');
    moderation.register.knows(bakery);
    await moderation.said(id, 'inReview 1', 'inReview 2', 'approved 2');
  });

  it('tells a caller of the validation that the establishment could not be verified', async () => {
    const { sealed: _sealed, ...apply } = { ...tooLowPaid.apply, form: true };
    const answer = await (await moderation.employer()).post('/v1/offers/validation', { ...tooLowPaid, apply });
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).toContain('could not be verified');
    expect(JSON.stringify(answer.body)).toContain('FR-SMIC');
  });
});
