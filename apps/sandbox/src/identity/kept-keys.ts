import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';

const jwk = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  d: z.string(),
  kid: z.string(),
});
const keys = z.object({ signing: jwk, cookies: z.array(z.string().min(16)).min(1) });
export type ProviderKeys = z.infer<typeof keys>;

/** The provider's keys from the folder, made on the first start; without a folder, new ones for this process only. */
export async function providerKeys(folder: string | undefined): Promise<ProviderKeys> {
  if (folder === undefined) return newKeys();
  const file = join(folder, 'sandbox-identity-keys.json');
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return keys.parse(JSON.parse(kept));
  const made = await newKeys();
  await mkdir(folder, { recursive: true });
  // Written beside and renamed, so that a crash leaves either no file or a whole one.
  const partial = `${file}.${process.pid}`;
  await writeFile(partial, JSON.stringify(made), { mode: 0o600 });
  await rename(partial, file);
  return made;
}

async function newKeys(): Promise<ProviderKeys> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const signing = { ...(await exportJWK(privateKey)), kid: randomBytes(8).toString('hex'), alg: 'EdDSA', use: 'sig' };
  return keys.parse({ signing, cookies: [randomBytes(32).toString('hex')] });
}
