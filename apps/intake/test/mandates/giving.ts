import { mandateList, mandateView } from '../../src/mandates/bodies.js';
import { intake, problemOf } from '../intake-harness.js';
import { bakery, dayIn, garage } from '../sample-draft.js';
import { agency, asAgency, declared, endAll, granted, operator, proof } from './support.js';

describe('a mandate', () => {
  beforeEach(endAll);

  it('that the employer grants is in force at once, for all of it', async () => {
    const mandate = await granted();
    expect(mandate).toMatchObject({
      holder: bakery.id,
      agent: agency.id,
      acts: ['submit', 'revise', 'stop'],
      declaredBy: 'holder',
      state: 'active',
      inForce: true,
    });
    for (const client of [intake().bakery, await asAgency(), await intake().harness.as(operator)])
      expect((await client.read(`/v1/mandates/${mandate.id}`, mandateView)).id).toBe(mandate.id);
  });

  it.each(['employer', 'operator'])('that an agency declares waits until the %s confirms it', async (who) => {
    const { id, state, inForce } = await declared();
    expect({ state, inForce }).toEqual({ state: 'pending', inForce: false });
    const own = await (await asAgency()).post(`/v1/mandates/${id}/confirmation`);
    expect(own.status).toBe(403);
    const client = who === 'employer' ? intake().bakery : await intake().harness.as(operator);
    const confirmed = mandateView.parse((await client.post(`/v1/mandates/${id}/confirmation`)).body);
    expect(confirmed).toMatchObject({ state: 'active', inForce: true, proof });
    expect(confirmed.confirmed?.role).toBe(who === 'employer' ? 'holder' : 'operator');
    expect(JSON.stringify(confirmed)).not.toContain(operator.id);
    expect((await client.post(`/v1/mandates/${id}/confirmation`)).body).toEqual(confirmed);
  });

  it('that was declared is refused by ending it, and cannot be confirmed any more', async () => {
    const { id } = await declared();
    const ended = await intake().bakery.post(`/v1/mandates/${id}/end`, { reason: 'Nous ne les connaissons pas' });
    expect(mandateView.parse(ended.body)).toMatchObject({
      state: 'ended',
      ended: { role: 'holder', reason: 'Nous ne les connaissons pas' },
    });
    expect((await intake().bakery.post(`/v1/mandates/${id}/confirmation`)).status).toBe(409);
  });

  it('is one at a time: the next one waits for the end of the first', async () => {
    const first = await granted();
    const second = await intake().bakery.post('/v1/mandates', { agent: agency.id, kind: 'agency' });
    expect(second.status).toBe(409);
    expect(problemOf(second)).toMatchObject({ mandate: { id: first.id, state: 'active' } });
    await intake().bakery.post(`/v1/mandates/${first.id}/end`);
    expect((await granted()).id).not.toBe(first.id);
  });

  it('whose last day is over leaves its place to the next one', async () => {
    const first = await granted({ endsOn: dayIn(30) });
    await intake().harness.dataSource.query(
      `update mandate set starts_on = current_date - 9, ends_on = current_date - 2 where id = $1`,
      [first.id],
    );
    const second = await granted();
    const { items } = await intake().bakery.read('/v1/mandates?state=ended&limit=1', mandateList);
    expect(items[0]).toMatchObject({ id: first.id, state: 'ended', inForce: false });
    expect(second.inForce).toBe(true);
  });

  it('is between the two, and nobody else’s', async () => {
    const { id } = await granted();
    const asked = [
      await intake().garage.get(`/v1/mandates/${id}`),
      await intake().garage.post(`/v1/mandates/${id}/end`),
      await intake().garage.post(`/v1/mandates/${id}/confirmation`),
    ];
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await intake().garage.read('/v1/mandates', mandateList)).items).toEqual([]);
    for (const role of ['partner', 'moderator', 'jobseeker'] as const)
      expect((await (await intake().harness.as({ id: 'x', role })).get('/v1/mandates')).status).toBe(403);
    expect((await (await intake().harness.as(operator)).post('/v1/mandates', {})).status).toBe(403);
  });

  it('is listed, the newest first, page by page', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const { id } = await granted();
      ids.unshift(id);
      await intake().bakery.post(`/v1/mandates/${id}/end`);
    }
    const first = await intake().bakery.read('/v1/mandates?limit=2', mandateList);
    const second = await intake().bakery.read(`/v1/mandates?limit=1&cursor=${first.next}`, mandateList);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
  });

  const grant = { agent: agency.id, kind: 'agency' };
  const declare = { holder: garage.id, kind: 'agency', proof };
  it.each([
    ['nobody', { kind: 'agency' }, '/agent'],
    ['both sides', { ...grant, holder: garage.id, proof }, '/agent'],
    ['itself', { ...grant, agent: bakery.id }, '/agent'],
    ['a SIREN that is none', { ...grant, agent: '12' }, '/agent'],
    ['no kind', { agent: agency.id }, '/kind'],
    ['an unknown kind', { ...grant, kind: 'friend' }, '/kind'],
    ['a declaration without proof', { ...declare, proof: undefined }, '/proof'],
    ['a digest that is none', { ...declare, proof: { ...proof, sha256: 'abc' } }, '/proof/sha256'],
    ['a proof without words', { ...declare, proof: { sha256: proof.sha256 } }, '/proof/description'],
    ['another firm’s establishment', { ...grant, sirets: [garage.sirets[0]] }, '/sirets/0'],
    ['no establishment', { ...grant, sirets: [] }, '/sirets'],
    ['an unknown act', { ...grant, acts: ['agree'] }, '/acts/0'],
    ['an act twice', { ...grant, acts: ['stop', 'stop'] }, '/acts'],
    ['a day that is past', { ...grant, endsOn: '2020-01-01' }, '/endsOn'],
    ['an end before its start', { ...grant, startsOn: dayIn(20), endsOn: dayIn(10) }, '/endsOn'],
    ['an unknown field', { ...grant, until: dayIn(10) }, '/until'],
  ])('for %s is refused, by name', async (_what, body, pointer) => {
    const answer = await intake().bakery.post('/v1/mandates', body);
    expect(answer.status).toBe(400);
    expect(problemOf(answer).errors[0]).toMatchObject({ pointer });
  });
});
