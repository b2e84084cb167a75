import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

describe('the committed OpenAPI documents', () => {
  it('are what the services say', async () => {
    const runFile = join(process.env.ACCORD_E2E_VAR ?? '', 'run.json');
    const root = resolve('../..');
    const { stdout } = await promisify(execFile)(process.execPath, ['tools/openapi.mjs', 'check', runFile], {
      cwd: root,
    });
    expect(stdout).toContain('done');
  });
});
