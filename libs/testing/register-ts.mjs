/**
 * `node --import …/libs/testing/register-ts.mjs main.ts` runs our TypeScript without a build, as tests need that start whole
 * processes: `@accord/<lib>/<file>` and relative `.js` imports lead to the sources, which are compiled once and kept. The
 * compiler is loaded only for files that have changed, so that a warm process has the memory it has in production.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const cache = new URL('node_modules/.cache/accord-ts/', root);
const swcrc = readFileSync(new URL('.swcrc', root), 'utf8');
mkdirSync(cache, { recursive: true });

registerHooks({
  resolve(specifier, context, next) {
    const source = sourceOf(specifier, context.parentURL);
    return source === undefined ? next(specifier, context) : { url: source.href, format: 'module', shortCircuit: true };
  },
  load(url, context, next) {
    if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    return { format: 'module', source: compiled(url), shortCircuit: true };
  },
});

function sourceOf(specifier, parent) {
  const [, lib, file] = /^@accord\/([\w-]+)\/(.+)$/.exec(specifier) ?? [];
  if (lib !== undefined) return existing(new URL(`libs/${lib}/src/${file}.ts`, root));
  const ours = parent?.startsWith(root.href) && !parent.includes('/node_modules/');
  if (!ours || !/^\.{1,2}\/.*\.js$/.test(specifier)) return undefined;
  return existing(new URL(specifier.replace(/\.js$/, '.ts'), parent));
}

const existing = (url) => (existsSync(url) ? url : undefined);

function compiled(url) {
  const source = readFileSync(new URL(url), 'utf8');
  const hash = createHash('sha256').update(swcrc).update(url).update(source).digest('hex');
  const kept = new URL(`${hash}.js`, cache);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const { transformSync } = createRequire(import.meta.url)('@swc/core');
  const options = { ...JSON.parse(swcrc), swcrc: false, filename: fileURLToPath(url), sourceMaps: 'inline' };
  const { code } = transformSync(source, options);
  const partial = new URL(`${hash}.${process.pid}.tmp`, cache);
  writeFileSync(partial, code);
  renameSync(partial, kept);
  return code;
}
