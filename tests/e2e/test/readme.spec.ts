import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve('../..');
const varDir = process.env.ACCORD_E2E_VAR ?? '';

/** The tour, as it stands in the README: with `npx accord`, with curl, with the client. */
const blocks = (language: string): string[] => {
  const [tour = ''] = /## Ten minutes[\s\S]*?(?=\n## )/.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];
  return [...tour.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, lines = '']) => lines);
};
const [withAccord = '', withCurl = ''] = blocks('sh');

async function bash(lines: string): Promise<string> {
  mkdirSync(join(root, 'var'), { recursive: true });
  const env = { ...process.env, ACCORD_RUN: join(varDir, 'run.json'), LANG: 'en' };
  const script = ['set -euo pipefail', 'exec 2>&1', lines].join('\n');
  return (await promisify(execFile)('bash', ['-c', script], { cwd: root, env })).stdout;
}

/** In this order, and readable: no line longer than somebody reads. */
function expectToSay(output: string, said: readonly RegExp[]): void {
  let rest = output;
  for (const one of said) {
    const found = one.exec(rest);
    if (found === null) throw new Error(`nothing like ${String(one)} in what is left of the output:\n${rest}`);
    rest = rest.slice(found.index + found[0].length);
  }
  expect(Math.max(...output.split('\n').map(({ length }) => length))).toBeLessThan(1_000);
}

const instant = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`;

describe('the README’s tour', () => {
  it('works with npx accord, line by line', async () => {
    expectToSay(await bash(withAccord), [
      /is submitted\. The checks found:\n {2}advise \/pay/,
      /own portal {2}on show since/,
      /emploi-public +no +agreement: because no-agreement/,
      /express request for insertion/,
      /offer\.published .* with .*accord-permit/,
      /✓ signature +offer\.published/,
      /✓ proof +emploi-public may show revision 1/,
      /Revision 2 of offer .* The checks found nothing/,
      /offer\.updated/,
      new RegExp(`Effective at ${instant}`),
      /offer\.removed .* with webhook-signature\n/,
      /emploi-public {2}removed/,
    ]);
  });

  it('works with curl, line by line', async () => {
    expectToSay(await bash(withCurl), [
      /"state": "submitted"[\s\S]*"rule": "FR-PAY"/,
      /"publishedAt"/,
      /received: offer\.published/,
      /✓ signature +offer\.published[\s\S]*✓ proof +emploi-public may show revision 1/,
      /"revision": 2/,
      /received: offer\.updated/,
      new RegExp(`"state": "stopped",\\s*"effectiveAt": "${instant}"`),
      /received: offer\.removed/,
    ]);
  });

  it('works with the typed client', async () => {
    // A folder that looks like the clone whose system this is.
    const folder = mkdtempSync(join(tmpdir(), 'accord-tour-'));
    for (const name of ['examples', 'node_modules', 'package.json']) symlinkSync(join(root, name), join(folder, name));
    symlinkSync(varDir, join(folder, 'var'));
    const [lines = ''] = blocks('ts');
    writeFileSync(join(folder, 'tour.ts'), lines);
    const { stdout } = await promisify(execFile)(process.execPath, ['tour.ts'], { cwd: folder });
    expectToSay(stdout, [/is submitted, with 0 findings/, /partner: 'emploi-public'/, /state: 'stopped'/]);
    expectToSay(stdout, [new RegExp(`effectiveAt: '${instant}'`)]);
  });
});
