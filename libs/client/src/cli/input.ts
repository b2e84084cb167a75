import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';

import { isRecord } from '../problem.js';
import { UsageError } from './failure.js';
import type { Io } from './io.js';

type Source = Pick<Io, 'cwd' | 'stdin'>;

/** The bytes of a file, or of standard input for `-`. @throws UsageError while it is read, where it cannot be */
export async function* bytesOf(io: Source, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* path === '-' ? io.stdin : createReadStream(resolve(io.cwd, path));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`${path} cannot be read: ${why}.`, { cause });
  }
}

/** @throws UsageError */
export async function textOf(io: Source, path: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytesOf(io, path)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** @throws UsageError where it is no JSON object */
export async function objectOf(io: Source, path: string): Promise<Record<string, unknown>> {
  return parsedObject(await textOf(io, path), path);
}

/** @throws UsageError */
export function parsedObject(text: string, what: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`${what} is no JSON: ${why}.`, { cause });
  }
  if (!isObject(value)) throw new UsageError(`${what} holds no JSON object.`);
  return { ...value };
}

/** JSON Merge Patch (RFC 7396): members of the patch replace, null removes, objects are merged. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else merged.set(name, mergePatch(merged.get(name), value));
  }
  return Object.fromEntries(merged);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isRecord(value) && !Array.isArray(value);
