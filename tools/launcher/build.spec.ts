import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../test/fixtures/folder.ts';
import { buildAll, sourcesStamp } from './build.ts';

const root = temporaryFolder();
const write = (path: string, text: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
write('apps/intake/src/main.ts', 'one');
write('apps/intake/dist/main.js', 'built');
write('libs/contracts/src/domain/offer.ts', 'two');
write('libs/contracts/dist/domain/offer.js', 'built');
write('.swcrc', '{}');

const changes: [string, () => void][] = [
  ['a source changes', () => write('apps/intake/src/main.ts', 'longer')],
  ['a source changes and keeps its size', () => utimesSync(join(root, 'libs/contracts/src/domain/offer.ts'), 1, 2)],
  ['a source comes', () => write('libs/contracts/src/employer.ts', '')],
  ['a source goes', () => rmSync(join(root, 'libs/contracts/src/employer.ts'))],
  ['the compiler is told otherwise', () => write('.swcrc', '{"minify":true}')],
];

describe('whether there is something to build', () => {
  it.each(changes)('is seen when %s', (_what, change) => {
    const before = sourcesStamp(root);
    change();
    expect(sourcesStamp(root)).not.toBe(before);
  });

  it('is not, when nothing changed', () => expect(sourcesStamp(root)).toBe(sourcesStamp(root)));

  it('asks nobody when everything is current', async () => {
    const stamp = join(root, 'stamp');
    writeFileSync(stamp, sourcesStamp(root));
    expect(await buildAll({ root, stamp })).toBe('current');
  });

  it('shows what the compiler says when it fails', async () => {
    const stamp = join(root, 'no-stamp');
    await expect(buildAll({ root, stamp })).rejects.toThrow('The build failed');
  });
});
