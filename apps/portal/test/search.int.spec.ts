import { v7 as uuid } from 'uuid';
import { z } from 'zod';

import { SearchablePortal } from './searchable-portal.js';
import { showable } from './showable.js';

const rennes = { communeInsee: '35238', postalCode: '35000' };
const cesson = { communeInsee: '35051', postalCode: '35510' };
const paris11 = { communeInsee: '75111', postalCode: '75011' };

describe('search', () => {
  let portal: SearchablePortal;

  beforeAll(async () => {
    portal = await SearchablePortal.start();
  });
  afterAll(() => portal.stop());

  describe('refuses, with what it would take,', () => {
    it.each([
      ['couleur=bleu', '/couleur', 'unknown-parameter', ''],
      ['contract=XXX', '/contract', 'not-valid', '"XXX" is not accepted: one of CDI, CDD'],
      ['department=99', '/department', 'not-valid', 'GET /v1/nomenclatures/departments'],
      ['commune=35000', '/commune', 'not-valid', 'postal code'],
      ['radius=10', '/radius', 'not-valid', 'one commune'],
      ['sort=distance', '/sort', 'not-valid', 'commune'],
      ['facets=colour', '/facets', 'not-valid', 'contract, nature'],
      ['q=', '/q', 'too-small', ''],
      ['limit=0', '/limit', 'too-small', ''],
    ])('%s', async (query, pointer, code, message) => {
      const answer = await portal.get(query);
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({
        errors: [{ pointer, in: 'query', code, message: expect.stringContaining(message) }],
      });
    });

    it('each of several wrong values by name', async () => {
      const { body } = await portal.get('contract=XX,YY&region=0&pay=1');
      expect(JSON.stringify(body)).toMatch(/\\"XX\\".*\\"YY\\".*/);
      expect(body).toMatchObject({ errors: { length: 4 } });
    });
  });

  describe('facets', () => {
    it('count each without its own filter, and with all the others', async () => {
      const occupation = { romeCode: 'H2913' };
      await portal.show([
        { occupation, contract: { type: 'CDI', nature: 'E1' }, workplaces: [rennes] },
        { occupation, contract: { type: 'CDI', nature: 'E1' }, workplaces: [paris11] },
        { occupation, contract: { type: 'CDD', nature: 'E1' }, workplaces: [rennes], pay: { min: 1600, unit: 'HOUR' } },
        { occupation, contract: { type: 'MIS', nature: 'E1' }, workplaces: [rennes, cesson], remote: { mode: 'full' } },
      ]);
      const { facets = [] } = await portal.find(
        'occupation=H2913&contract=CDI&facets=contract,department,remote,domain,pay,postedSince,experience',
      );
      const counts = (name: string) =>
        Object.fromEntries(
          facets.find((facet) => facet.name === name)?.values.map(({ code, count }) => [code, count]) ?? [],
        );
      expect(facets.map(({ name }) => name)).toEqual([
        'contract',
        'department',
        'remote',
        'domain',
        'pay',
        'postedSince',
        'experience',
      ]);
      expect(counts('contract')).toEqual({ CDI: 2, CDD: 1, MIS: 1 });
      expect(counts('department')).toEqual({ '35': 1, '75': 1 });
      expect(counts('remote')).toEqual({ none: 2 });
      expect(counts('domain')).toEqual({ H29: 2 });
      expect(counts('pay')).toEqual({});
      expect(counts('experience')).toEqual({ D: 2 });
      expect(facets.find(({ name }) => name === 'contract')).toMatchObject({ exact: true, countedAmong: 4 });
      expect(facets.find(({ name }) => name === 'department')).toMatchObject({ exact: true, countedAmong: 2 });
    });

    it('count what the words find, with labels', async () => {
      await portal.show([
        { title: 'Licornier de nuit' },
        { title: 'Licornier de jour', contract: { type: 'CDD', nature: 'E1' } },
      ]);
      const { facets } = await portal.find('q=licornier&facets=contract&contract=CDD');
      expect(facets).toEqual([
        {
          name: 'contract',
          exact: true,
          countedAmong: 2,
          values: [
            { code: 'CDD', label: 'Contrat à durée déterminée', count: 1 },
            { code: 'CDI', label: 'Contrat à durée indéterminée', count: 1 },
          ],
        },
      ]);
    });
  });

  describe('the total', () => {
    it('is exact up to what is asked for and where there are few, else the least there are', async () => {
      const occupation = { romeCode: 'A1405' };
      const total = async (query: string) => (await portal.find(`occupation=A1405&${query}`)).total;
      await portal.show(Array.from({ length: 12 }, () => ({ occupation })));
      expect(await total('limit=3&countTo=0')).toEqual({ value: 12, relation: 'exactly' });
      await portal.show(Array.from({ length: 60 }, () => ({ occupation })));
      expect(await total('limit=3&countTo=100')).toEqual({ value: 72, relation: 'exactly' });
      expect(await total('limit=3&countTo=72')).toEqual({ value: 72, relation: 'exactly' });
      expect(await total('limit=3&countTo=71')).toEqual({ value: 71, relation: 'atLeast' });
      expect(await total('limit=3&countTo=0')).toEqual({ value: 3, relation: 'atLeast' });
      expect(await total('limit=100')).toEqual({ value: 72, relation: 'exactly' });
    });
  });

  describe('the words', () => {
    it('are said to be understood', async () => {
      const [soudeur] = await portal.show([
        { title: 'Soudeur / Soudeuse TIG', occupation: { romeCode: 'H2913' }, workplaces: [rennes] },
      ]);
      const found = await portal.find('q=soudeuse tig rennes');
      expect(found.items[0]?.offerId).toBe(soudeur);
      expect(found.understood).toMatchObject({
        reading: 'all',
        places: [{ kind: 'commune', code: '35238', label: 'Rennes' }],
        corrections: [],
        ignored: [],
      });
    });

    it('find what is meant where nothing has them as they stand, and say so', async () => {
      const [baker] = await portal.show([
        { title: 'Zythologue brasseur / Zythologue brasseuse', workplaces: [cesson] },
      ]);
      expect(await portal.find('q=brassuer cesson sévigné')).toMatchObject({
        items: [{ offerId: baker }],
        understood: { reading: 'corrected', corrections: [{ written: 'brassuer', read: 'brasseur' }] },
      });
      expect(await portal.find('q=brasseur quetzalcoatl cesson sévigné')).toMatchObject({
        items: [{ offerId: baker }],
        understood: { reading: 'fewer', ignored: ['quetzalcoatl'] },
      });
      expect(await portal.find('q=quetzalcoatl')).toMatchObject({
        items: [],
        total: { value: 0, relation: 'exactly' },
      });
    });

    it('find an ad by its id', async () => {
      const [id = ''] = await portal.show([{}]);
      expect(await portal.find(`q=${id}`)).toMatchObject({
        items: [{ offerId: id }],
        total: { value: 1, relation: 'exactly' },
      });
      expect(await portal.ids(`q=${uuid()}`)).toEqual([]);
    });

    it("do not find an employer's reference, which is not the public's", async () => {
      const [id] = await portal.show([{ reference: 'REFPRIVEE77' }]);
      expect(await portal.ids('q=REFPRIVEE77')).not.toContain(id);
    });

    it('are marked where asked for', async () => {
      await portal.show([
        { title: 'Chapelier / Chapelière', description: 'Au salon, le chapelier <b>fait</b> des chapeaux pour tous.' },
      ]);
      const span = z.array(z.object({ start: z.int(), end: z.int() }));
      const marked = z.looseObject({
        items: z.array(
          z.looseObject({
            title: z.string(),
            description: z.string(),
            highlights: z.object({ title: span, description: span }),
          }),
        ),
      });
      const { items } = await portal.everyone.read('/v1/ads?q=chapeliers&highlights=true', marked);
      const [item] = items;
      const cut = (text = '', spans: z.infer<typeof span> = []) =>
        spans.map(({ start, end }) => text.slice(start, end));
      expect(cut(item?.title, item?.highlights.title)).toEqual(['Chapelier', 'Chapelière']);
      expect(cut(item?.description, item?.highlights.description)).toEqual(['chapelier']);
    });
  });

  it('tells the distance where a place is asked for', async () => {
    const occupation = { romeCode: 'A1416' };
    const [here, near, far] = await portal.show([
      { occupation, workplaces: [rennes] },
      { occupation, workplaces: [cesson] },
      { occupation, workplaces: [{ communeInsee: '35288', postalCode: '35400' }] },
    ]);
    const { items } = await portal.find('occupation=A1416&commune=35238&radius=100&sort=distance');
    expect(items.map(({ offerId }) => offerId)).toEqual([here, near, far]);
    expect(items[0]?.distanceKm).toBe(0);
    expect(items[1]?.distanceKm).toBeGreaterThan(3);
    expect(items[2]?.distanceKm).toBeGreaterThan(50);
    const byDate = await portal.find('occupation=A1416&commune=35238&radius=100&sort=date');
    expect(byDate.items.map(({ offerId, distanceKm }) => [offerId, distanceKm])).toEqual(
      items.map(({ offerId, distanceKm }) => [offerId, distanceKm]).reverse(),
    );
    expect((await portal.find('occupation=A1416')).items[0]?.distanceKm).toBeUndefined();
  });

  it('keeps the public view: nothing of an ad in a list is more than on its page', async () => {
    const view = showable(uuid(), {
      title: 'Souffleur de verre canari',
      contract: { type: 'CDD', nature: 'E1', cddMotive: 'MOTIF-CANARI' },
    });
    await portal.showAll([{ view, at: '2026-11-02T08:00:00Z' }]);
    const { items } = await portal.find('q=souffleur canari');
    expect(items[0]).toEqual((await portal.everyone.get(`/v1/ads/${view.offerId}`)).body);
    expect(JSON.stringify(items)).not.toMatch(/MOTIF-CANARI|siret|REF-CANARY/);
  });

  describe('completion', () => {
    const suggestions = z.object({
      items: z.array(z.looseObject({ kind: z.string(), code: z.string(), label: z.string() })),
    });

    it('gives names with codes that the search takes', async () => {
      const { items } = await portal.everyone.read('/v1/ads/suggestions?q=boulangr', suggestions);
      expect(items[0]).toEqual({ kind: 'occupation', code: 'D1102', label: 'Boulanger / Boulangère' });
      for (const { kind, code } of items)
        if (kind !== 'skill') expect((await portal.get(`${kind}=${code}`)).status).toBe(200);
    });

    it.each(['', 'q=', 'q=a&kinds=colour', 'q=a&limit=0', 'q=a&x=1', `q=${'a'.repeat(101)}`])(
      'refuses %j',
      async (query) => expect((await portal.everyone.get(`/v1/ads/suggestions?${query}`)).status).toBe(400),
    );
  });
});
