import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { KeySet } from '@accord/receipts/key-set';
import { issueReceipt } from '@accord/receipts/receipt';
import { readSigningKey } from '@accord/receipts/signing-key';
import { WebhookSigner } from '@accord/receipts/webhook-signature';

import { main } from '../src/cli/main.js';
import { FakeAccord, json, problem } from './fake-accord.js';

const id = '01900000-0000-7000-8000-000000000001';
const bilingual = (text: string) => ({ fr: text, en: text });
const finding = {
  rule: 'FR-PAY',
  severity: 'advise',
  pointer: '/pay',
  message: bilingual('no pay'),
  remedy: bilingual('say it'),
};
const accepted = { id, revision: 1, state: 'submitted', findings: [finding] };
const stopped = { state: 'stopped', stop: id, effectiveAt: '2026-05-04T10:00:00.000Z', receipt: 'r', postings: [] };
const stopping = { state: 'stopping', stop: id, status: `/v1/stops/${id}`, postings: [] };
const cwd = mkdtempSync(join(tmpdir(), 'accord-cli-'));
const file = (name: string, content: string): string => {
  writeFileSync(join(cwd, name), content);
  return name;
};
file('offer.json', '{"reference":"R","title":"T","pay":{"min":1}}');

async function* typed(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

describe('accord', () => {
  let fake: FakeAccord;
  beforeAll(async () => (fake = await FakeAccord.start()));
  afterAll(() => fake.stop());

  async function run(argv: readonly string[], change: { url?: string; stdin?: string; webhookSecret?: string } = {}) {
    const said = { out: '', err: '' };
    const { id: clientId, secret, issuer } = fake.credentials;
    const code = await main({
      argv,
      cwd,
      env: {
        ACCORD_URL: change.url ?? fake.url,
        ACCORD_CLIENT_ID: clientId,
        ACCORD_CLIENT_SECRET: secret,
        ACCORD_ISSUER: issuer,
        ACCORD_WEBHOOK_SECRET: change.webhookSecret,
      },
      stdin: typed(change.stdin ?? ''),
      out: (text) => void (said.out += text),
      err: (text) => void (said.err += text),
      colours: false,
      signal: new AbortController().signal,
    });
    return { code, ...said };
  }

  it.each([
    ['help', ['--help'], 0],
    ['a command that is not there', ['publish'], 2],
    ['an option that is not there', ['list', '--all'], 2],
    ['no file', ['submit'], 2],
    ['a file that is not there', ['submit', 'nothing.json'], 2],
    ['a file that is no JSON', ['submit', file('bad.json', '{"title":')], 2],
    ['a wait for nothing', ['show', id, '--wait', '=sent'], 2],
    ['a time that is none', ['show', id, '--timeout', 'soon'], 2],
    ['an edit without a text', ['edit', id], 2],
    ['an import of who knows what', ['import', 'offers'], 2],
    ['an inbox where there is no sandbox', ['inbox', 'emploi-public'], 2],
    ['a verification of nothing of ours', ['verify', 'offer.json'], 2],
  ])('with %s ends with its code and says why', async (_what, argv, code) => {
    fake.replies(json({ items: [] }));
    const said = await run(argv);
    expect(said.code).toBe(code);
    expect(`${said.out}${said.err}`.length).toBeGreaterThan(20);
    if (code === 2) expect(said.out).toBe('');
  });

  it('submits an offer and shows what was found; --quiet leaves its id for a script, --json all for a program', async () => {
    fake.replies(json(accepted, 201));
    const argv = ['submit', 'offer.json', '--reference', 'MINE', '--patch', '{"pay":null,"openings":2}'];
    const plain = await run(argv);
    expect(plain).toMatchObject({ code: 0, err: '' });
    expect(plain.out).toContain(`Offer ${id} is submitted.`);
    expect(plain.out).toMatch(/advise\s+\/pay\s+no pay\s+FR-PAY\n\s+say it/);
    expect(JSON.parse(fake.came[0]?.body ?? '')).toEqual({ reference: 'MINE', title: 'T', openings: 2 });
    expect(fake.came[0]?.headers.authorization).toMatch(/^Bearer token-/);
    const quiet = await run([...argv, '-q']);
    expect(quiet.out).toBe(`${id}\n`);
    expect(quiet.err).toContain('no pay');
    expect(JSON.parse((await run([...argv, '--json'])).out)).toEqual(accepted);
    expect((await run(['submit', '-', '-q'], { stdin: '{"reference":"S"}' })).out).toBe(`${id}\n`);
    expect(fake.came.at(-1)?.body).toBe('{"reference":"S"}');
  });

  it('says what was refused, and what to do', async () => {
    fake.replies(problem('forbidden', 403));
    expect(await run(['list'])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/403 forbidden: So it is\.\n.*--as/),
    });
    expect(JSON.parse((await run(['list', '--json'])).err)).toMatchObject({
      code: 1,
      error: '403 forbidden: So it is.',
    });
  });

  it('says who gave no answer, and what to do', async () => {
    const closed = await FakeAccord.start();
    const { url } = closed;
    await closed.stop();
    expect(await run(['list'], { url })).toMatchObject({
      code: 3,
      err: expect.stringMatching(/ECONNREFUSED.*\n.*npm start/),
    });
  });

  it('edits the text it has read, and no other', async () => {
    fake.replies(json({ ...accepted, revision: 3, offer: { title: 'T' } }), json({ ...accepted, revision: 4 }));
    expect((await run(['edit', id, '--patch', '{"title":"U"}'])).code).toBe(0);
    expect(fake.came[1]).toMatchObject({ method: 'PUT', body: '{"title":"U"}', headers: { 'if-match': '"3"' } });
  });

  it('shows the text that is agreed to', async () => {
    const wording = {
      id: 'multidiffusion',
      version: 2,
      language: 'en',
      effect: 'allow',
      title: 'Agreement',
      body: 'I agree.',
      digest: 'd',
      current: true,
    };
    fake.replies(
      json({ items: [{ ...wording, version: 1, current: false }, wording] }),
      json({ id, receipt: 'r' }, 201),
    );
    const said = await run(['agree', id, '--with', 'emploi-public', '-q', '--lang', 'en']);
    expect(said).toMatchObject({ code: 0, out: `${id}\n` });
    expect(said.err).toContain('I agree.');
    expect(JSON.parse(fake.came[1]?.body ?? '')).toMatchObject({
      offerId: id,
      wording: { version: 2, language: 'en' },
    });
  });

  it('withdraws an agreement, or else an offer, and says from when on', async () => {
    fake.replies(json({ id }), json(stopping, 202), json(stopped));
    const said = await run(['withdraw', id]);
    expect(said).toMatchObject({ code: 0, out: expect.stringContaining('Effective at 2026-05-04T10:00:00.000Z') });
    fake.replies(problem('not-found', 404), json(stopped));
    expect((await run(['withdraw', id])).code).toBe(0);
    expect(fake.came[1]).toMatchObject({ method: 'DELETE', path: `/v1/offers/${id}` });
  });
  it('never says of what is stopping that it has stopped', async () => {
    fake.replies(json(stopping, 202));
    const said = await run(['withdraw', id, '--reason', 'filled', '--timeout', '0']);
    expect(said).toMatchObject({ code: 4, out: expect.stringContaining('stopping') });
    expect(said.out).not.toContain('Effective');
  });

  it('waits for a partner, and says where it has not come', async () => {
    const view = (state: string) =>
      json({ ...accepted, postings: [{ partner: 'p', state, since: 'x' }], closesOn: 'y' });
    fake.replies(view('pending'), view('live'));
    expect((await run(['show', id, '--wait', 'p=sent'])).code).toBe(0);
    fake.replies(view('pending'));
    expect(await run(['show', id, '--wait', 'p=sent', '--timeout', '0'])).toMatchObject({ code: 4, out: '' });
  });

  it('imports a file, shows what was refused, and counts', async () => {
    const receipt = (line: number, status: string) => ({
      line,
      reference: `R${line}`,
      status,
      findings: status === 'refused' ? [finding] : [],
    });
    fake.replies((response, request) => {
      request.resume();
      response.writeHead(200, { location: `/v1/imports/${id}` });
      response.end(['created', 'refused'].map((status, at) => `${JSON.stringify(receipt(at + 1, status))}\n`).join(''));
    });
    const said = await run(['import', file('offers.csv', 'reference;title\n')]);
    expect(said).toMatchObject({
      code: 1,
      out: expect.stringMatching(/2 {2}refused {4}R2\n.*no pay[^]*2 records: 1 created, 1 refused\./),
    });
    expect(said.out).not.toContain('R1');
    expect(fake.came[0]?.headers).toMatchObject({ 'content-type': 'text/csv' });
    await run(['import', 'offers.csv', '--format', 'france-travail']);
    expect(fake.came[1]).toMatchObject({
      path: '/v1/offers/bulk?format=france-travail',
      headers: { 'content-type': 'application/octet-stream' },
    });
    const all = (await run(['import', 'offers.csv', '--all', '--json'])).out.trim().split('\n');
    expect(all.map((line) => JSON.parse(line).line)).toEqual([1, 2, undefined]);
  });

  it('watches an offer until what it is told to wait for', async () => {
    const event = (nr: number, type: string, posting?: object) =>
      `id: ${nr}\nevent: ${type}\ndata: ${JSON.stringify({ type, timestamp: 't', sequence: nr, data: { state: 'published', revision: 1, posting } })}\n\n`;
    fake.replies((response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(event(1, 'offer.published') + event(2, 'posting.changed', { partner: 'p', state: 'sent' }));
    });
    expect(await run(['watch', id, '--until', 'p=sent'])).toMatchObject({
      code: 0,
      out: 't  offer.published   published\nt  posting.changed   p sent\n',
    });
    expect((await run(['watch', id, '--until', 'p=removed', '--timeout', '0.2'])).code).toBe(4);
  });

  describe('verify', () => {
    const key = readSigningKey(
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    );
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    const body = JSON.stringify({ type: 'offer.removed', data: { postingId: 'p', offerId: id, version: 2 } });
    const signature = new WebhookSigner([{ kind: 'hmac', key: secret }]).sign({
      id: 'm',
      timestamp: 1_700_000_000,
      body,
    });
    const headers = { 'webhook-id': 'm', 'webhook-timestamp': '1700000000', 'webhook-signature': signature };
    const jwks = file('jwks.json', JSON.stringify(KeySet.of(key).toJwks()));
    const receipt = issueReceipt(key, {
      kind: 'stop',
      iss: 'https://consent.example',
      iat: 1_800_000_000,
      sub: id,
      because: 'clause-withdrawn',
      scope: { offer: id },
      effectiveAt: '2027-01-15T08:00:00.000Z',
    });

    it('says of a webhook whether it counts', async () => {
      const kept = file('delivery.json', JSON.stringify({ headers, body }));
      const argv = ['verify', kept, '--jwks', jwks, '--secret'];
      expect(await run([...argv, secret])).toMatchObject({ code: 0, out: expect.stringContaining('✓ signature') });
      expect((await run([...argv, secret, '--max-age', '60'])).code).toBe(1);
      expect((await run([...argv, secret, '--max-age', '9999999999'])).code).toBe(0);
      expect((await run([...argv, `whsec_${randomBytes(32).toString('base64')}`])).code).toBe(1);
      const forged = file('forged.json', JSON.stringify({ headers, body: body.replace('2', '3') }));
      expect(await run(['verify', forged, '--jwks', jwks, '--secret', secret])).toMatchObject({ code: 1, out: '' });
      expect((await run(['verify', kept, '--jwks', jwks])).code).toBe(2);
      const other = `whsec_${randomBytes(32).toString('base64')}`;
      expect((await run(['verify', kept, '--jwks', jwks], { webhookSecret: `${other} ${secret}` })).code).toBe(0);
      expect((await run(['verify', kept, '--jwks', jwks], { webhookSecret: other })).code).toBe(1);
      expect((await run(['verify', kept, '--jwks', 'offer.json', '--secret', secret])).code).toBe(2);
    });

    it.each(['short', 'whsec_c2hvcnQ=', 'whsec_', 'whpk_c2hvcnQ=', '-----BEGIN PUBLIC KEY-----\nnone\n'])(
      'says of %p that it is no secret',
      async (wrong) => {
        const kept = file('delivery.json', JSON.stringify({ headers, body }));
        for (const said of [
          await run(['verify', kept, '--jwks', jwks, `--secret=${wrong}`]),
          await run(['verify', kept, '--jwks', jwks, '--secret', secret, `--secret=${wrong}`]),
        ]) {
          expect(said).toMatchObject({ code: 2, out: '' });
          expect(said.err).toMatch(/^accord: A .*(secret|key).*\.\n$/);
        }
        if (wrong.includes('\n') || wrong === 'whsec_') return;
        expect((await run(['verify', kept, '--jwks', jwks], { webhookSecret: wrong })).code).toBe(2);
      },
    );
    it('says of a receipt what it says, with keys of a file, or with those that are published', async () => {
      const said = await run(['verify', '-', '--jwks', jwks], { stdin: receipt });
      expect(said).toMatchObject({ code: 0, out: expect.stringContaining('effective at 2027-01-15T08:00:00.000Z') });
      fake.replies(json(KeySet.of(key).toJwks()));
      const answer = file('withdrawal.json', JSON.stringify({ ...stopped, receipt }));
      expect((await run(['verify', answer])).code).toBe(0);
      expect((await run(['verify', answer, '--jwks', `${fake.url}/keys`])).code).toBe(0);
      expect(fake.came.map(({ path }) => path)).toEqual(['/.well-known/jwks.json', '/keys']);
      expect(fake.came[1]?.headers.authorization).toBeUndefined();
      expect((await run(['verify', '-', '--jwks', jwks], { stdin: `${receipt.slice(0, -4)}AAAA` })).code).toBe(1);
    });
  });
});
