import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve('../..');

/** The first steps, as they stand in the README. */
const steps = (): string =>
  /## First steps[\s\S]*?```sh\n([\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? '';

describe('the README', () => {
  it('says what works, line by line', async () => {
    expect(steps()).toContain('curl');
    mkdirSync(join(root, 'var'), { recursive: true });
    const env = { ...process.env, ACCORD_RUN: join(process.env.ACCORD_E2E_VAR ?? '', 'run.json') };
    const script = ['set -euo pipefail', steps()].join('\n');
    const { stdout } = await promisify(execFile)('bash', ['-c', script], { cwd: root, env, maxBuffer: 64 * 2 ** 20 });
    // The ad on the own portal, the webhook with its proof, the live map, the withdrawal that says when.
    for (const said of ['"publishedAt"', 'accord-permit', 'offer.published', '"postings"', '"effectiveAt"']) {
      expect(stdout).toContain(said);
    }
  });
});
