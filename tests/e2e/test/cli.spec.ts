import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { v7 as uuid } from 'uuid';

import { Accord } from './support/accord.js';

const root = resolve('../..');
const program = join(root, 'node_modules/.bin/accord');
const folder = mkdtempSync(join(tmpdir(), 'accord-cli-'));
const withRunFile = { ACCORD_RUN: join(process.env.ACCORD_E2E_VAR ?? '', 'run.json') };

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** As a shell runs it, in a folder of its own. */
function run(
  argv: readonly string[],
  { env = withRunFile, stdin = '' }: { env?: object; stdin?: string } = {},
): Promise<Ended> {
  const { ACCORD_E2E_VAR: _, NODE_OPTIONS, ...rest } = process.env;
  const child = spawn(process.execPath, [program, ...argv], { cwd: folder, env: { ...rest, LANG: 'en', ...env } });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  child.stdin.end(stdin);
  return new Promise((done) => child.once('close', (code) => done({ code, ...said })));
}
const example = (name: string): string => join(root, 'examples', name);

describe('npx accord', () => {
  const submit = async (): Promise<string> => {
    const { out, err, code } = await run(['submit', example('offer.json'), '--reference', `CLI-${uuid()}`, '-q']);
    if (code !== 0) throw new Error(err);
    return out.trim();
  };

  it('goes the whole way, and is told each step as it happens', async () => {
    const id = await submit();
    const watching = run(['watch', id, '--until', 'emploi-public=removed', '--timeout', '60', '--json']);
    const agreement = await run(['agree', id, '--with', 'emploi-public', '-q']);
    expect((await run(['show', id, '--wait', 'emploi-public=sent'])).out).toMatch(/emploi-public +(sent|live)/);
    const withdrawn = await run(['withdraw', agreement.out.trim(), '--json']);
    expect(withdrawn.code).toBe(0);
    const { code, out } = await watching;
    expect(code).toBe(0);
    const told = out
      .trim()
      .split('\n')
      .map((line): { type: string } => JSON.parse(line));
    expect(told.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['offer.submitted', 'offer.verified', 'offer.published', 'posting.changed']),
    );
    // Its receipt verifies later and elsewhere, with the keys that were published; nothing that was changed does.
    const keys = join(folder, 'jwks.json');
    const accord = await Accord.open();
    writeFileSync(keys, JSON.stringify((await accord.as().get('/.well-known/jwks.json')).body));
    const offline = ['verify', '-', '--jwks', keys];
    const env = { ACCORD_URL: 'http://127.0.0.1:1' };
    expect(await run(offline, { env, stdin: withdrawn.out })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/✓ receipt {2}of stop .*effective at/),
    });
    const forged = withdrawn.out.replace(/("receipt": "[^"]{60})./, '$1~');
    expect((await run(offline, { env, stdin: forged })).code).not.toBe(0);
    const changed = withdrawn.out.replace(
      /("receipt": "[^."]+\.[^."]{20})(.)/,
      (_all, head: string, one: string) => head + (one === 'A' ? 'B' : 'A'),
    );
    expect((await run(offline, { env, stdin: changed })).code).toBe(1);
  });

  it('says why an offer is nowhere else, and withdraws it for good', async () => {
    const id = await submit();
    expect((await run(['show', id, '--wait', 'published'])).code).toBe(0);
    const why = await run(['explain', id, 'jobs-prive']);
    expect(why).toMatchObject({ code: 0, out: expect.stringMatching(/^no .*no-agreement[^]*✗ +agreement/) });
    expect(await run(['withdraw', id, '--reason', 'filled'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Effective at'),
    });
    expect((await run(['show', id])).out).toMatch(/withdrawn/);
  });

  it('imports a file: a second time nothing changes', async () => {
    const offers = join(folder, 'offers.ndjson');
    const draft = (await Accord.open()).draft();
    const good = [1, 2].map((n) => JSON.stringify({ ...draft, reference: `CLI-${n}-${uuid()}` }));
    writeFileSync(offers, good.join('\n'));
    expect(await run(['import', offers])).toMatchObject({ code: 0, out: '2 records: 2 created.\n' });
    expect((await run(['import', offers])).out).toBe('2 records: 2 unchanged.\n');
    const bad = await run(['import', '-', '--format', 'ndjson'], {
      stdin: [good[0], '{"reference":"half"'].join('\n'),
    });
    expect(bad).toMatchObject({
      code: 1,
      out: expect.stringMatching(/2 {2}refused[^]*2 records: 1 unchanged, 1 refused/),
    });
  });

  it('ends with a code that says how it went', async () => {
    const { run: system } = await Accord.open();
    const { id, secret } = system.clients.employer;
    const credentials = { ACCORD_URL: system.gateway, ACCORD_ISSUER: system.issuer, ACCORD_CLIENT_ID: id };
    const ended = await Promise.all([
      run(['list'], { env: { ...credentials, ACCORD_CLIENT_SECRET: secret } }),
      run(['list'], { env: { ...credentials, ACCORD_CLIENT_SECRET: 'wrong' } }),
      run(['list', '--as', 'moderator']),
      run(['show', uuid()]),
      run(['list', '--as', 'nobody']),
      run(['list'], { env: { ACCORD_URL: 'http://127.0.0.1:1' } }),
      run(['show', await submit(), '--wait', 'expired', '--timeout', '0']),
    ]);
    expect(ended.map(({ code }) => code)).toEqual([0, 1, 1, 1, 2, 3, 4]);
    for (const { err } of ended.slice(1)) expect(err).toMatch(/^accord: .{10,}/);
  });
});
