// The services' OpenAPI documents, read from a running system (npm start), since only a service knows its routes.
//   node tools/openapi.mjs write [run file]    writes libs/contracts/schemas/openapi/current
//   node tools/openapi.mjs check [run file]    fails when a committed one is not what the service says
//   node tools/openapi.mjs compatible          fails when a committed one would break what was last released
//   node tools/openapi.mjs release             makes today's the ones that later ones are compared with
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { openApiBreaks } from '../libs/contracts/dist/generate/open-api-compatibility.js';

const folder = fileURLToPath(new URL('../libs/contracts/schemas/openapi/', import.meta.url));
const current = join(folder, 'current');
const released = join(folder, 'released');
const [command = '', runFile = 'var/run.json'] = process.argv.slice(2);
const text = (document) => `${JSON.stringify(document, null, 2)}\n`;

async function* running() {
  const { services } = JSON.parse(await readFile(runFile, 'utf8'));
  for (const [name, url] of Object.entries(services)) {
    if (['web', 'sandbox'].includes(name)) continue;
    const answer = await fetch(`${url}/openapi.json`);
    if (!answer.ok) throw new Error(`${name} answered ${answer.status} for its OpenAPI document`);
    yield [name, await answer.json()];
  }
}

async function write() {
  await rm(current, { recursive: true, force: true });
  await mkdir(current, { recursive: true });
  for await (const [name, document] of running()) await writeFile(join(current, `${name}.json`), text(document));
  return [];
}

async function check() {
  const problems = [];
  for await (const [name, document] of running()) {
    const path = join(current, `${name}.json`);
    const committed = existsSync(path) ? await readFile(path, 'utf8') : '';
    if (committed !== text(document)) {
      problems.push(`${name}'s OpenAPI document is not current: node tools/openapi.mjs write, and commit it`);
    }
  }
  return problems;
}

async function compatible() {
  const problems = [];
  for (const name of existsSync(released) ? await readdir(released) : []) {
    const before = JSON.parse(await readFile(join(released, name), 'utf8'));
    const path = join(current, name);
    const after = existsSync(path) ? JSON.parse(await readFile(path, 'utf8')) : {};
    for (const change of openApiBreaks(before, after))
      problems.push(`${name} would break what was released: ${change}`);
  }
  return problems;
}

async function release() {
  await rm(released, { recursive: true, force: true });
  await cp(current, released, { recursive: true });
  return [];
}

const run = { write, check, compatible, release }[command];
if (run === undefined) {
  console.error('usage: node tools/openapi.mjs write|check|compatible|release [run file]');
  process.exit(2);
}
const problems = await run();
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log(`openapi ${command}: done`);
