import { setTimeout as passes } from 'node:timers/promises';

import { CapturedLog } from '@accord/testing/captured-log';
import { eventually } from '@accord/testing/eventually';

import { AskRegister } from '../src/register/ask-register.js';
import { RegisterUnavailable } from '../src/register/establishment-register.js';
import { NationalRegister } from '../src/register/national-register.js';
import { RegisterHttp } from '../src/register/register-http.js';
import { SandboxRegister } from '../src/register/sandbox-register.js';
import { FakeRegister } from './fake-register.js';

const siret = '35600000004430';
const other = '80746931700018';
let fake: FakeRegister;

beforeEach(async () => {
  fake = await FakeRegister.start();
});
afterEach(() => fake.stop());

const http = (timeoutMs = 2_000): RegisterHttp => new RegisterHttp({ baseUrl: fake.url, timeoutMs, connections: 2 });

describe('the national API', () => {
  const place = { siret, etat_administratif: 'A', date_fermeture: null, activite_principale: '53.10Z' };
  const unit = { siren: '356000000', etat_administratif: 'A', nom_complet: 'LA POSTE' };
  const found = { kind: 'found', siret, open: true, legalUnitActive: true, naf: '53.10Z' };

  it.each([
    ['an open establishment', [{ ...unit, siege: null, matching_etablissements: [place] }], found],
    ['the head office, which stands apart', [{ ...unit, siege: place, matching_etablissements: [] }], found],
    [
      'a closed one',
      [{ ...unit, matching_etablissements: [{ ...place, etat_administratif: 'F', date_fermeture: '2020-01-31' }] }],
      { ...found, open: false, closedOn: '2020-01-31' },
    ],
    [
      'one of a company that has ceased',
      [{ ...unit, etat_administratif: 'C', matching_etablissements: [place] }],
      { ...found, legalUnitActive: false },
    ],
    ['an unknown one', [], { kind: 'unknown', siret }],
    [
      'another than the one asked for',
      [{ ...unit, matching_etablissements: [{ ...place, siret: other }] }],
      { kind: 'unknown', siret },
    ],
  ])('%s', async (_, results, answer) => {
    fake.answers(200, { results, total_results: results.length, page: 1 });
    const register = new NationalRegister(http());
    expect(await register.find(siret)).toEqual(answer);
    expect(fake.asked).toEqual([`/search?q=${siret}&page=1&per_page=1`]);
    await register.close();
  });

  it.each([
    ['an error', 500, {}],
    ['a wrong address', 404, {}],
    ['too many questions', 429, {}],
    ['a redirect', 302, {}],
    ['another shape', 200, { resultats: [] }],
    ['no JSON', 200, '<html>maintenance</html>'],
    ['an endless list', 200, JSON.stringify({ results: [], filler: 'x'.repeat(1_200_000) })],
  ])('answers nothing with %s', async (_, status, body) => {
    fake.answers(status, body);
    const register = new NationalRegister(http());
    await expect(register.find(siret)).rejects.toBeInstanceOf(RegisterUnavailable);
    await register.close();
  });

  it('answers nothing when it takes too long, headers sent or not', async () => {
    const register = new NationalRegister(http(150));
    fake.behaves(() => undefined);
    await expect(register.find(siret)).rejects.toThrow('no answer in 150 ms');
    fake.behaves((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"results":');
    });
    await expect(register.find(siret)).rejects.toThrow('no answer in 150 ms');
    await register.close();
  });
});

describe('the sandbox’s register', () => {
  it.each([
    [
      'an open establishment',
      200,
      { siret, state: 'open', unitState: 'active', naf: '10.71C' },
      { kind: 'found', siret, open: true, legalUnitActive: true, naf: '10.71C' },
    ],
    [
      'a closed one',
      200,
      { siret, state: 'closed', unitState: 'ceased', closedOn: '2025-12-31' },
      { kind: 'found', siret, open: false, closedOn: '2025-12-31', legalUnitActive: false },
    ],
    ['an unknown one', 404, {}, { kind: 'unknown', siret }],
  ])('%s', async (_, status, body, answer) => {
    fake.answers(status, body);
    const register = new SandboxRegister(http());
    expect(await register.find(siret)).toEqual(answer);
    expect(fake.asked).toEqual([`/register/establishments/${siret}`]);
    await register.close();
  });
});

describe('asking the register', () => {
  const cache = { openMs: 60_000, otherMs: 60_000, most: 2 };
  const { log } = new CapturedLog('test');
  let ask: AskRegister;
  const start = (change: Partial<typeof cache> = {}, resetMs = 50): AskRegister => {
    ask = new AskRegister(new SandboxRegister(http(500)), { cache: { ...cache, ...change }, resetMs }, log);
    return ask;
  };
  afterEach(() => ask.close());

  it('asks once for many offers of one establishment', async () => {
    fake.knows(siret);
    start();
    const answers = await Promise.all([ask.execute(siret), ask.execute(siret), ask.execute(siret)]);
    expect(answers.map(({ kind }) => kind)).toEqual(['answered', 'answered', 'answered']);
    await ask.execute(siret);
    expect(fake.asked).toHaveLength(1);
  });

  it('asks again once an answer is old, and forgets the oldest when there are many', async () => {
    fake.knows(siret);
    start({ otherMs: 0 });
    await ask.execute(other);
    await ask.execute(other);
    expect(fake.asked).toHaveLength(2);
    await ask.close();
    start();
    for (const one of [siret, other, '75187049400026', siret]) await ask.execute(one);
    expect(fake.asked).toHaveLength(6);
  });

  it('takes an outage for no answer, stops asking, and tells when the register is back', async () => {
    fake.answers(503);
    start();
    let recovered = 0;
    ask.onRecovered(() => (recovered += 1));
    for (let each = 0; each < 8; each += 1) expect(await ask.execute(siret)).toEqual({ kind: 'unavailable' });
    const asked = fake.asked.length;
    expect(asked).toBeLessThan(8);
    fake.knows(siret);
    await eventually(async () => expect(await ask.execute(siret)).toMatchObject({ kind: 'answered' }));
    expect(recovered).toBe(1);
  });

  it('goes on asking a register that asks for patience', async () => {
    fake.answers(429);
    start();
    for (let each = 0; each < 8; each += 1) expect(await ask.execute(siret)).toEqual({ kind: 'unavailable' });
    await passes(0);
    expect(fake.asked).toHaveLength(8);
  });
});
