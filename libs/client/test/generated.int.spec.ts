import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

it('the types are those of the committed OpenAPI documents', async () => {
  const run = promisify(execFile)(process.execPath, ['tools/client.mjs', 'check'], { cwd: '../..' });
  expect((await run).stdout).toContain('done');
});
