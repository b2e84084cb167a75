import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { z } from 'zod';

const client = z.object({ id: z.string(), secret: z.string() });
const runFile = z.object({
  gateway: z.url(),
  issuer: z.url(),
  clients: z.record(z.string(), client),
  sandboxPartners: z.array(z.object({ id: z.string(), inbox: z.url() })).default([]),
});

/** A running `npm start`, as its `var/run.json` describes it. */
export type RunFile = z.infer<typeof runFile>;

/** `var/run.json` of this folder, or of the nearest one above. */
export function findRunFile(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const file = join(folder, 'var', 'run.json');
    if (existsSync(file)) return file;
    if (folder === dirname(folder)) return undefined;
  }
}

/** @throws Error where it is no such file */
export const readRunFile = (file: string): RunFile => runFile.parse(JSON.parse(readFileSync(file, 'utf8')));

/**
 * What `accord` needs to act as one of the sandbox's clients (employer, employer2, partner, operator …) on the system that
 * `npm start` runs.
 * @throws Error where none runs, or it has no such client
 */
export function sandbox(name: string, file = findRunFile(process.cwd())) {
  if (file === undefined) throw new Error('There is no var/run.json here or above: start Accord with "npm start".');
  const { gateway, issuer, clients } = readRunFile(file);
  const found = clients[name];
  if (found === undefined)
    throw new Error(`The sandbox has no client ${name}: it has ${Object.keys(clients).join(', ')}.`);
  return { url: gateway, token: { issuer, id: found.id, secret: found.secret } };
}
