// Writes, checks and releases the generated contracts: JSON Schema and AsyncAPI (OpenAPI is each service's: tools/openapi.mjs).
//   node tools/contracts.mjs write    generates libs/contracts/schemas from the zod schemas
//   node tools/contracts.mjs check    fails when a committed file is not what the code says, or breaks what was last released
//   node tools/contracts.mjs release  makes today's schemas the ones that later ones are compared with
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { asyncApi } from '../libs/contracts/dist/generate/async-api.js';
import { breakingChanges } from '../libs/contracts/dist/generate/compatibility.js';
import { jsonSchemas } from '../libs/contracts/dist/generate/json-schemas.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const current = join(root, 'libs/contracts/schemas/current');
const released = join(root, 'libs/contracts/schemas/released');
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

const generated = new Map([...jsonSchemas(), ['asyncapi.json', asyncApi(version)]]);
const text = (document) => `${JSON.stringify(document, null, 2)}\n`;

async function write() {
  await rm(current, { recursive: true, force: true });
  for (const [name, document] of generated) {
    await mkdir(dirname(join(current, name)), { recursive: true });
    await writeFile(join(current, name), text(document));
  }
  console.log(`${generated.size} documents written to libs/contracts/schemas/current`);
}

async function check() {
  const problems = [];
  for (const [name, document] of generated) {
    const path = join(current, name);
    const committed = existsSync(path) ? await readFile(path, 'utf8') : '';
    if (committed !== text(document))
      problems.push(`${name} is not current: run "npm run contracts:write" and commit it`);
    const before = join(released, name);
    if (!existsSync(before) || name === 'asyncapi.json') continue;
    for (const change of breakingChanges(JSON.parse(await readFile(before, 'utf8')), document))
      problems.push(`${name} would break what was released: ${change}`);
  }
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exit(1);
  console.log(`${generated.size} contracts are current and compatible with the released ones`);
}

async function release() {
  await rm(released, { recursive: true, force: true });
  await cp(current, released, { recursive: true });
  console.log('libs/contracts/schemas/released is now what libs/contracts/schemas/current was');
}

const command = { write, check, release }[process.argv[2]];
if (command === undefined) {
  console.error('usage: node tools/contracts.mjs write|check|release');
  process.exit(2);
}
await command();
