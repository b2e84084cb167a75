import { inventedEstablishments } from '@accord/offer-composer/establishments';
import type { RunningEdge } from '@accord/service/run-edge';
import { HttpClient } from '@accord/testing/http-client';

import { startSandbox } from './sandbox-process.js';

let sandbox: RunningEdge;
let client: HttpClient;
beforeAll(async () => {
  sandbox = await startSandbox();
  client = new HttpClient(sandbox.url);
});
afterAll(() => sandbox.stop());

const search = async (q: string) => (await client.get(`/register/search?q=${q}`)).body;

describe('the register', () => {
  it('knows the establishments that composed offers come from, and no other', async () => {
    expect((await client.get('/register/establishments')).body).toEqual({ items: inventedEstablishments });
  });

  it('tells an open one, a closed one, one of a ceased unit, and one that nobody knows', async () => {
    expect(await client.get('/register/establishments/00010001600013')).toMatchObject({
      status: 200,
      body: { state: 'open', unitState: 'active', communeInsee: '35238' },
    });
    expect((await client.get('/register/establishments/00010001600039')).body).toMatchObject({
      state: 'closed',
      unitState: 'active',
      closedOn: '2026-03-31',
    });
    expect((await client.get('/register/establishments/00010005700017')).body).toMatchObject({
      state: 'closed',
      unitState: 'ceased',
    });
    expect((await client.get('/register/establishments/00010009900009')).status).toBe(404);
  });

  it('says the same in the national API’s shape', async () => {
    expect(await search('00010001600013')).toMatchObject({
      total_results: 1,
      results: [
        {
          siren: '000100016',
          etat_administratif: 'A',
          matching_etablissements: [{ siret: '00010001600013', etat_administratif: 'A', date_fermeture: null }],
        },
      ],
    });
    expect(await search('00010001600039')).toMatchObject({
      results: [{ etat_administratif: 'A', matching_etablissements: [{ etat_administratif: 'F' }] }],
    });
    expect(await search('00010005700017')).toMatchObject({ results: [{ etat_administratif: 'C' }] });
    expect(await search('00010009900009')).toMatchObject({ total_results: 0, results: [] });
  });

  it('shows nothing of one that is not diffusible', async () => {
    const text = JSON.stringify(await search('00010006500010'));
    expect(text).toContain('"statut_diffusion":"P"');
    expect(text).not.toMatch(/LOUVEL|LE BOURG/);
  });

  it('can be changed for a test, invented ones only', async () => {
    await client.put('/register/establishments/00010001600021', { state: 'closed' });
    expect(await search('00010001600021')).toMatchObject({
      results: [{ matching_etablissements: [{ etat_administratif: 'F' }] }],
    });
    expect((await client.put('/register/establishments/35600000000048', {})).status).toBe(409);
  });

  it('can be out of order or slow', async () => {
    await client.post('/register/behaviour', { kind: 'status', status: 429, retryAfter: 1, times: 1 });
    expect((await client.get('/register/search?q=00010001600013')).status).toBe(429);
    await client.post('/register/behaviour', { kind: 'disconnect', times: 1 });
    await expect(client.get('/register/establishments/00010001600013')).rejects.toThrow();
    await client.post('/register/behaviour', { kind: 'slow', ms: 100, times: 1 });
    expect((await client.get('/register/establishments/00010001600013')).status).toBe(200);
  });
});
