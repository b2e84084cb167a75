// The types of libs/client, made from the committed OpenAPI documents.
//   node tools/client.mjs write    writes libs/client/src/generated
//   node tools/client.mjs check    fails when a committed one is not what the documents say
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const documents = fileURLToPath(new URL('../libs/contracts/schemas/openapi/current/', import.meta.url));
const generated = fileURLToPath(new URL('../libs/client/src/generated/', import.meta.url));

/** The types of one service's calls: those that the front door leads to. */
async function typesOf(name) {
  const document = JSON.parse(await readFile(join(documents, name), 'utf8'));
  const nodes = await openapiTS(JSON.stringify({ ...document, paths: publicPaths(document.paths) }));
  const wanted = nodes.filter((node) => ['paths', 'components'].includes(node.name?.escapedText));
  return formatted(`// Made from ${name} of the OpenAPI documents: npm run client:write.\n\n${astToString(wanted)}`);
}

/** Every call in one interface. */
function allPaths(services) {
  const imports = services.map((service) => `import type { paths as ${service} } from './${service}.js';`);
  const head = '// Made from the OpenAPI documents: npm run client:write.';
  const all = `/** Every call of every service, by its path. */\nexport interface Paths extends ${services.join(', ')} {}`;
  return formatted([head, imports.join('\n'), all].join('\n\n'));
}

async function formatted(text) {
  const filepath = join(generated, 'any.ts');
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}

/** Operations without their ids: two of one service may share one, and would then share a type. */
function publicPaths(paths) {
  const open = Object.entries(paths).filter(([path]) => !path.startsWith('/internal/'));
  return Object.fromEntries(open.map(([path, operations]) => [path, withoutIds(operations)]));
}

const withoutIds = (operations) =>
  Object.fromEntries(
    Object.entries(operations).map(([method, { operationId: _, ...operation }]) => [method, operation]),
  );

async function current() {
  const names = (await readdir(documents)).filter((name) => name.endsWith('.json')).sort();
  const made = [];
  for (const name of names) made.push([name.replace('.json', '.ts'), await typesOf(name)]);
  return [...made, ['paths.ts', await allPaths(names.map((name) => name.replace('.json', '')))]];
}

async function write() {
  const made = await current();
  await rm(generated, { recursive: true, force: true });
  await mkdir(generated, { recursive: true });
  for (const [name, text] of made) await writeFile(join(generated, name), text);
  return [];
}

async function check() {
  const made = new Map(await current());
  const committed = existsSync(generated) ? await readdir(generated) : [];
  const problems = [];
  for (const name of new Set([...made.keys(), ...committed])) {
    const text = committed.includes(name) ? await readFile(join(generated, name), 'utf8') : undefined;
    if (text !== made.get(name))
      problems.push(`libs/client/src/generated/${name} is not current: run "npm run client:write" and commit it`);
  }
  return problems;
}

const run = { write, check }[process.argv[2]];
if (run === undefined) {
  console.error('usage: node tools/client.mjs write|check');
  process.exit(2);
}
const problems = await run();
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log(`client ${process.argv[2]}: done`);
