import { problemOf, intake, submitted } from '../intake-harness.js';
import { sampleDraft } from '../sample-draft.js';

const secret = 'CANARY-4f1c@canary.invalid';
const json = (change: object) => JSON.stringify({ ...sampleDraft(), ...change });
const place = (change: object) => ({
  workplaces: [{ communeInsee: '35238', postalCode: '35000', department: '35', country: 'FR', ...change }],
});
const inBody = (pointer: string) => ({ pointer });

describe('bad input', () => {
  const rows = () =>
    intake().harness.dataSource.query(
      `select (select count(*) from offer) as offers, (select count(*) from revision) as revisions,
              (select count(*) from contact_key) as contacts, (select count(*) from idempotency_key) as keys`,
    );

  it.each<[name: string, body: string, status: number, error: { pointer: string; code?: string }]>([
    ['malformed JSON', `{"reference": "A", "title": ${secret}`, 400, inBody('/title')],
    ['no JSON at all', secret, 400, inBody('')],
    ['a wrong type', json({ openings: 'two' }), 400, { pointer: '/openings', code: 'wrong-type' }],
    ['a wrong type deep inside', json({ pay: { unit: 'MONTH', min: secret } }), 400, inBody('/pay/min')],
    ['an unknown field', json({ salaire: 1 }), 400, { pointer: '/salaire', code: 'unknown-field' }],
    [
      'an unknown nested field',
      json({ apply: { fax: secret } }),
      400,
      { pointer: '/apply/fax', code: 'unknown-field' },
    ],
    ['a missing field', json({ title: undefined }), 400, inBody('/title')],
    ['an array for the offer', `[${json({})}]`, 400, inBody('')],
    ['null', 'null', 400, inBody('')],
    [
      '200 levels',
      json({}).replace('{', `{"x":${'['.repeat(200)}${']'.repeat(200)},`),
      400,
      { pointer: expect.any(String), code: 'too-deep' },
    ],
    [
      'a duplicate key',
      json({}).replace('{', `{"title":"${secret}",`),
      400,
      { pointer: '/title', code: 'duplicate-key' },
    ],
    ['a NUL', json({ title: 'Boul\u0000anger' }), 400, { pointer: '/title', code: 'nul-character' }],
    [
      'a lone surrogate',
      json({ title: 'Boulanger' }).replace('Boulanger"', 'Boulanger\\ud800"'),
      400,
      { pointer: '/title', code: 'lone-surrogate' },
    ],
    [
      '__proto__',
      json({}).replace('{', '{"__proto__":{"admin":true},'),
      400,
      { pointer: '/__proto__', code: 'forbidden-key' },
    ],
    [
      'a number that is none',
      json({ openings: 1 }).replace('"openings":1', '"openings":1e400'),
      400,
      inBody('/openings'),
    ],
    [
      'a last day in the past',
      json({ closesOn: '2020-01-31' }),
      400,
      { pointer: '/closesOn', code: 'date-in-the-past' },
    ],
    [
      'a start in the past',
      json({ contract: { type: 'CDI', nature: 'E1', startDate: '2020-01-31' } }),
      400,
      { pointer: '/contract/startDate', code: 'date-in-the-past' },
    ],
    ['a day that is none', json({ closesOn: '2027-02-30' }), 400, inBody('/closesOn')],
    [
      'an unknown ROME code',
      json({ occupation: { romeCode: 'A9999' } }),
      400,
      { pointer: '/occupation/romeCode', code: 'unknown-occupation' },
    ],
    ['an ill-formed ROME code', json({ occupation: { romeCode: 'boulanger' } }), 400, inBody('/occupation/romeCode')],
    [
      'a postal code for an INSEE code',
      json(place({ communeInsee: '35000' })),
      400,
      { pointer: '/workplaces/0/communeInsee', code: 'postal-code-for-insee-code' },
    ],
    [
      'an INSEE code for a postal code',
      json(place({ postalCode: '35238' })),
      400,
      { pointer: '/workplaces/0/postalCode', code: 'insee-code-for-postal-code' },
    ],
    ['a text that is only HTML', json({ title: '<b> </b><br>' }), 400, inBody('/title')],
    [
      'another employer’s establishment',
      json({ employer: { siret: '00010002400017', name: 'Garage' } }),
      403,
      { pointer: '/employer/siret', code: 'siret-not-yours' },
    ],
    [
      'nobody’s establishment',
      json({ employer: { siret: '00000000000000', name: 'Personne' } }),
      403,
      { pointer: '/employer/siret', code: 'siret-not-yours' },
    ],
  ])('%s is refused, with the field and what to do', async (_name, body, status, error) => {
    const before = await rows();
    const logged = intake().harness.log.raw.length;
    const answer = await intake().bakery.post('/v1/offers', body, { 'idempotency-key': 'bad' });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const problem = problemOf(answer);
    expect(problem.errors).toContainEqual(expect.objectContaining(error));
    for (const { message } of problem.errors) expect(message.length).toBeGreaterThan(10);
    expect(JSON.stringify(answer.body)).not.toContain('CANARY');
    expect(await rows()).toEqual(before);
    expect(intake().harness.log.raw.slice(logged).join('')).not.toMatch(/CANARY|Boulanger/);
  });

  it('10 MB are refused, and the service goes on', async () => {
    const before = await rows();
    const answer = await intake().bakery.post('/v1/offers', json({ description: 'x'.repeat(10_000_000) }));
    expect(answer.status).toBe(413);
    expect(problemOf(answer).detail).toMatch(/262144|256/);
    expect(await rows()).toEqual(before);
    expect((await intake().bakery.get('/v1/offers')).status).toBe(200);
  });

  it('another media type is refused', async () => {
    const answer = await intake().bakery.post('/v1/offers', '<offer/>', { 'content-type': 'application/xml' });
    expect(answer.status).toBe(415);
  });

  it.each([
    ['an unknown parameter', '/v1/offers?etat=publiee', '/etat'],
    ['an unknown state', '/v1/offers?state=gone', '/state'],
    ['a cursor of its own making', '/v1/offers?cursor=abc', '/cursor'],
    ['a limit beyond', '/v1/offers?limit=100000', '/limit'],
    ['an id that is none', '/v1/offers/42', '/id'],
  ])('%s is refused by name', async (_name, path, pointer) => {
    const answer = await intake().bakery.get(path);
    expect(answer.status).toBe(400);
    expect(problemOf(answer).errors).toContainEqual(expect.objectContaining({ pointer }));
  });

  it.each([
    [undefined, 428, 'precondition-required'],
    ['3', 400, 'malformed-header'],
    ['W/"1"', 400, 'malformed-header'],
    ['*', 400, 'malformed-header'],
    ['"7"', 412, 'precondition-failed'],
  ])('If-Match %s of a first revision is refused', async (ifMatch, status, type) => {
    const { id } = await submitted(intake().bakery);
    const before = await rows();
    const headers: Record<string, string> = ifMatch === undefined ? {} : { 'if-match': ifMatch };
    const answer = await intake().bakery.put(`/v1/offers/${id}`, sampleDraft({ title: 'Un autre intitulé' }), headers);
    expect(answer.status).toBe(status);
    const problem = problemOf(answer);
    expect(problem.type).toContain(type);
    expect(problem.errors).toContainEqual(expect.objectContaining({ in: 'header', pointer: '/if-match' }));
    expect(await rows()).toEqual(before);
  });

  it('a stale If-Match says which revision there is', async () => {
    const { id } = await submitted(intake().bakery);
    const edit = (title: string) =>
      intake().bakery.put(`/v1/offers/${id}`, sampleDraft({ reference: `STALE-${id}`, title }), { 'if-match': '"1"' });
    expect((await edit('Premier intitulé')).status).toBe(200);
    const stale = await edit('Second intitulé');
    expect(stale.status).toBe(412);
    expect(stale.headers.get('etag')).toBe('"2"');
    expect(problemOf(stale).errors[0]?.message).toContain('"2"');
  });

  it.each(['tab\tinside', 'x'.repeat(300)])('an Idempotency-Key %p is refused', async (key) => {
    const answer = await intake().bakery.post('/v1/offers', sampleDraft(), { 'idempotency-key': key });
    expect(answer.status).toBe(400);
    expect(problemOf(answer).errors[0]).toMatchObject({ in: 'header', pointer: '/idempotency-key' });
  });
});
