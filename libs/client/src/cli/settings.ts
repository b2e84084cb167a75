import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AccordOptions } from '../api.js';
import { findRunFile, readRunFile, type RunFile } from '../sandbox.js';
import { UsageError } from './failure.js';
import type { Io } from './io.js';

export interface ChosenOptions {
  readonly url?: string;
  /** A client of the sandbox. */
  readonly as?: string;
}

/** Where Accord is, and as whom to ask. */
export interface Settings extends Pick<AccordOptions, 'url' | 'token'> {
  /** The system that `npm start` runs, where it is that one. */
  readonly run?: RunFile;
}

/**
 * ACCORD_URL with the credentials of ACCORD_CLIENT_ID, ACCORD_CLIENT_SECRET and ACCORD_ISSUER; else the sandbox, as
 * `var/run.json` describes it (of this folder, of one above, or of the clone this program stands in; ACCORD_RUN names another).
 * @throws UsageError
 */
export function settingsOf({ env, cwd }: Pick<Io, 'env' | 'cwd'>, chosen: ChosenOptions): Settings {
  const url = chosen.url ?? env['ACCORD_URL'];
  if (url === undefined) return ofSandbox(runFileOf({ env, cwd }), chosen.as ?? 'employer');
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new UsageError(`${url} is no address: give one like https://accord.example.`);
  return { url, ...credentials(env) };
}

function credentials(env: Io['env']): Pick<Settings, 'token'> {
  const { ACCORD_CLIENT_ID: id, ACCORD_CLIENT_SECRET: secret, ACCORD_ISSUER: issuer } = env;
  const given = [id, secret, issuer].filter((one) => one !== undefined && one !== '').length;
  // Some calls are for everybody.
  if (given === 0) return {};
  if (!id || !secret || !issuer)
    throw new UsageError('ACCORD_CLIENT_ID, ACCORD_CLIENT_SECRET and ACCORD_ISSUER belong together: set all three.');
  return { token: { id, secret, issuer } };
}

function runFileOf({ env, cwd }: Pick<Io, 'env' | 'cwd'>): RunFile {
  const named = env['ACCORD_RUN'];
  const path = named === undefined ? (findRunFile(cwd) ?? findRunFile(ownFolder)) : absolute(named, cwd);
  if (path === undefined)
    throw new UsageError('No Accord is known here: start one with "npm start", or set ACCORD_URL and its credentials.');
  try {
    return readRunFile(path);
  } catch (cause) {
    throw new UsageError(`${path} cannot be read: "npm start" writes it when the system is ready.`, { cause });
  }
}

const ownFolder = fileURLToPath(new URL('.', import.meta.url));
const absolute = (path: string, cwd: string): string => (isAbsolute(path) ? path : join(cwd, path));

function ofSandbox(run: RunFile, name: string): Settings {
  const client = run.clients[name];
  if (client === undefined)
    throw new UsageError(`The sandbox has no client ${name}: --as takes ${Object.keys(run.clients).join(', ')}.`);
  return { url: run.gateway, token: { issuer: run.issuer, ...client }, run };
}
