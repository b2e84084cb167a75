import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { UsageError } from './failure.js';
import { settingsOf } from './settings.js';

const run = {
  gateway: 'http://127.0.0.1:8080',
  issuer: 'http://127.0.0.1:8090',
  clients: { employer: { id: 'employer', secret: 's', subject: '1' }, partner: { id: 'partner', secret: 'p' } },
  more: 'than is needed',
};
const folder = mkdtempSync(join(tmpdir(), 'accord-settings-'));
const below = join(folder, 'a', 'b');
mkdirSync(join(folder, 'var'));
mkdirSync(below, { recursive: true });
writeFileSync(join(folder, 'var', 'run.json'), JSON.stringify(run));
const all = { ACCORD_CLIENT_ID: 'id', ACCORD_CLIENT_SECRET: 'secret', ACCORD_ISSUER: 'https://id.example' };

describe('where Accord is, and as whom to ask', () => {
  it('is the system that runs here, as its employer', () =>
    expect(settingsOf({ env: {}, cwd: below }, {})).toMatchObject({
      url: run.gateway,
      token: { issuer: run.issuer, id: 'employer', secret: 's' },
    }));
  it('is another client of it where that is said', () =>
    expect(settingsOf({ env: {}, cwd: folder }, { as: 'partner' })).toMatchObject({ token: { id: 'partner' } }));
  it('is another run file where that is named', () =>
    expect(settingsOf({ env: { ACCORD_RUN: 'var/run.json' }, cwd: folder }, {})).toMatchObject({ url: run.gateway }));
  it('is what the environment names', () =>
    expect(settingsOf({ env: { ACCORD_URL: 'https://accord.example', ...all }, cwd: folder }, {})).toEqual({
      url: 'https://accord.example',
      token: { id: 'id', secret: 'secret', issuer: 'https://id.example' },
    }));
  it('may be without credentials: some calls are for everybody', () =>
    expect(settingsOf({ env: {}, cwd: folder }, { url: 'https://accord.example' })).toEqual({
      url: 'https://accord.example',
    }));

  it.each<[string, object, object]>([
    ['half of the credentials', { ACCORD_URL: 'https://a.example', ...all, ACCORD_ISSUER: '' }, {}],
    ['no address', { ACCORD_URL: 'accord.example' }, {}],
    ['another protocol', { ACCORD_URL: 'file:///etc/passwd' }, {}],
    ['a client that is not there', {}, { as: 'nobody' }],
    ['a run file that is not there', { ACCORD_RUN: 'nowhere.json' }, {}],
    ['a run file that is none', { ACCORD_RUN: 'package.json' }, {}],
  ])('is a mistake with %s', (_what, env, chosen) =>
    expect(() => settingsOf({ env: { ...env }, cwd: folder }, chosen)).toThrow(UsageError),
  );
});
