import { offerList } from '../../src/answers.js';
import { intake, problemOf, submitted, viewOf } from '../intake-harness.js';

beforeEach(() => (intake().consent.mode = 'stopped'));

describe('a filling', () => {
  it('tells why and how many, and lets no words out', async () => {
    const { id } = await submitted(intake().bakery, { openings: 3 });
    const words = 'Deux apprentis de Mme Martin';
    const body = { reason: 'foundThroughService', openings: 2, comment: words };
    expect((await intake().bakery.post(`/v1/offers/${id}/filling`, body)).status).toBe(200);
    const reasonLabel = { fr: 'Pourvue grâce à ce service', en: 'Somebody found through this service' };
    const told = { reason: 'foundThroughService', reasonLabel, comment: words, openingsFilled: 2 };
    expect(await viewOf(intake().bakery, id)).toMatchObject({ state: 'filled', ...told });
    expect(intake().consent.about(id)).toEqual([expect.objectContaining({ reason: 'foundThroughService' })]);
    const [line] = (await intake().bakery.read('/v1/offers?state=filled&limit=1', offerList)).items;
    expect(line).toMatchObject({ id, ...told });
    const [event] = await intake().harness.dataSource.query(
      `select data from offer_event where offer_id = $1 and type = 'offer.filled'`,
      [id],
    );
    expect(event.data).toMatchObject({ reason: 'foundThroughService', openingsFilled: 2 });
    const all = intake().topics.told.map(({ value }) => String(value));
    expect([JSON.stringify(event), ...all].join('\n')).not.toContain('Martin');
    await intake().bakery.delete(`/v1/offers/${id}/filling`);
    for (const field of Object.keys(told)) expect(await viewOf(intake().bakery, id)).not.toHaveProperty(field);
  });

  it.each([
    [{ reason: 'foundElsewere' }, '/reason'],
    [{ openings: 2 }, '/openings'],
    [{ openings: 0 }, '/openings'],
    [{ openings: 1.5 }, '/openings'],
    [{ comment: 'x'.repeat(501) }, '/comment'],
    [{ motive: 'internal' }, '/motive'],
  ])('with %j is refused by name, and fills nothing', async (body, pointer) => {
    const { id } = await submitted(intake().bakery);
    const answer = await intake().bakery.post(`/v1/offers/${id}/filling`, body);
    expect(answer.status).toBe(400);
    expect(problemOf(answer).errors[0]).toMatchObject({ pointer });
    expect((await viewOf(intake().bakery, id)).state).toBe('submitted');
  });
});
