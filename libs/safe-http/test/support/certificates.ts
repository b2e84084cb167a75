import { readFileSync } from 'node:fs';

const file = (name: string): string => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');

/** The authority that a client under test trusts. */
export const trustedAuthority = file('trusted.cert.pem');

/** Made by `fixtures/make-certificates.sh`; all but `other` are for partner.example. */
export function certificate(name: 'partner' | 'expired' | 'other' | 'swapped' | 'self-signed'): {
  cert: string;
  key: string;
} {
  return { cert: file(`${name}.cert.pem`), key: file(`${name}.key.pem`) };
}
