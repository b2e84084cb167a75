import { offerVerified } from '@accord/contracts/events/offer-verified';
import { eventually } from '@accord/testing/eventually';

import { revisionComparison, revisionList, revisionView } from '../../src/answers.js';
import { intake, problemOf, submitted } from '../intake-harness.js';
import { at, verdict } from '../others-news.js';
import { dayIn, sampleDraft } from '../sample-draft.js';

describe('an offer’s history', () => {
  const reference = 'HISTORY';
  let id: string;
  const revise = (revision: number, change: object) =>
    intake().bakery.put(`/v1/offers/${id}`, sampleDraft({ reference, ...change }), { 'if-match': `"${revision}"` });

  const list = (query = '') => intake().bakery.read(`/v1/offers/${id}/revisions${query}`, revisionList);

  beforeAll(async () => {
    id = (await submitted(intake().bakery, { reference })).id;
    await revise(1, { title: 'Boulanger de nuit', apply: { email: 'nuit@fournil.example' } });
    await revise(2, { title: 'Boulanger de nuit', openings: 3, apply: { email: 'nuit@fournil.example' } });
    await intake().bakery.post(`/v1/offers/${id}/renewal`, { closesOn: dayIn(99) });
    await intake().topics.write(offerVerified, verdict(id, { version: 1, verdict: 'inReview' }));
    await intake().topics.write(
      offerVerified,
      verdict(id, { version: 2, verdict: 'rejected', decidedBy: 'moderator' }),
    );
    await intake().topics.write(offerVerified, verdict(id, { version: 3, revision: 2 }));
    await eventually(async () => expect((await list()).items[2]?.verdict).toMatchObject({ verdict: 'approved' }));
  });

  it('tells of each revision what it changed, contacts in the clear', async () => {
    const { items } = await list();
    expect(items.map(({ revision, by }) => [revision, by])).toEqual([4, 3, 2, 1].map((n) => [n, '000100016']));
    expect(items.map(({ changes }) => changes)).toEqual([
      [{ pointer: '/closesOn', before: expect.any(String), after: dayIn(99) }],
      [{ pointer: '/openings', before: 1, after: 3 }],
      expect.arrayContaining([
        { pointer: '/title', before: 'Boulanger / Boulangère (H/F)', after: 'Boulanger de nuit' },
        { pointer: '/apply/email', before: 'recrutement@fournil.example', after: 'nuit@fournil.example' },
        { pointer: '/apply/phone', before: '+33 1 99 00 00 01' },
        { pointer: '/apply/contactName', before: 'Camille Le Goff' },
      ]),
      [],
    ]);
  });

  it('compares across pages', async () => {
    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.next}`);
    expect([...first.items, ...second.items]).toEqual((await list()).items);
  });

  it('tells what was last said of each', async () => {
    expect((await list()).items.map(({ verdict: said }) => said)).toEqual([
      undefined,
      undefined,
      { verdict: 'approved', decidedBy: 'machine', decidedAt: at, rules: [] },
      { verdict: 'rejected', decidedBy: 'moderator', decidedAt: at, rules: [] },
    ]);
  });

  it('shows one revision as the list does', async () => {
    const { items } = await list();
    for (const item of items)
      expect(await intake().bakery.read(`/v1/offers/${id}/revisions/${item.revision}`, revisionView)).toEqual(item);
  });

  it('compares any two', async () => {
    const compare = (from: number, to: number) =>
      intake().bakery.read(`/v1/offers/${id}/revisions/comparison?from=${from}&to=${to}`, revisionComparison);
    const pointers = async (from: number, to: number) =>
      (await compare(from, to)).changes.map(({ pointer }) => pointer).sort();
    const all = ['/apply/contactName', '/apply/email', '/apply/phone', '/closesOn', '/openings', '/title'];
    expect(await pointers(1, 4)).toEqual(all);
    expect(await pointers(4, 1)).toEqual(all);
    expect((await compare(2, 3)).changes).toEqual([{ pointer: '/openings', before: 1, after: 3 }]);
    expect((await compare(3, 3)).changes).toEqual([]);
  });

  it.each(['revisions/5', 'revisions/999999999', 'revisions/comparison?from=1&to=5'])('has no %s', async (path) =>
    expect((await intake().bakery.get(`/v1/offers/${id}/${path}`)).status).toBe(404),
  );

  it.each([
    ['revisions/0', '/revision'],
    ['revisions/x', '/revision'],
    ['revisions/comparison?from=1', '/to'],
    ['revisions/comparison?from=1&to=2&by=me', '/by'],
  ])('refuses %s by name', async (path, pointer) => {
    const answer = await intake().bakery.get(`/v1/offers/${id}/${path}`);
    expect(answer.status).toBe(400);
    expect(problemOf(answer).errors[0]).toMatchObject({ pointer });
  });

  it('is its employer’s alone', async () => {
    for (const path of ['revisions', 'revisions/1', 'revisions/comparison?from=1&to=2'])
      expect((await intake().garage.get(`/v1/offers/${id}/${path}`)).status).toBe(404);
  });
});
