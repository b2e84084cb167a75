import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

import { role, type Subject } from './authentication.js';
import type { BaseConfig } from './config.js';
import { Problem } from './problem.js';

const claims = z.object({
  accord: z.object({
    role,
    subject: z.string().min(1).max(100),
    sirets: z
      .array(z.string().regex(/^\d{14}$/))
      .max(10_000)
      .default([]),
  }),
});

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

type Options = Pick<BaseConfig, 'ISSUER_URL' | 'JWKS_URL' | 'AUDIENCE' | 'TOKEN_ALGORITHMS'>;

/**
 * Checks access tokens (RFC 9068) against the issuer's published keys. Keys come from the issuer's key set only: a `kid` picks
 * among them, and headers that bring a key or an address along (`jwk`, `jku`, `x5u`, `x5c`) are refused.
 */
export class TokenVerifier {
  private keys: JWTVerifyGetKey | undefined;

  constructor(private readonly options: Options) {}

  /** @throws Problem unauthenticated, unavailable */
  async verify(token: string): Promise<Subject> {
    const { ISSUER_URL, AUDIENCE, TOKEN_ALGORITHMS } = this.options;
    try {
      const keys = (this.keys ??= await this.remoteKeys());
      const { payload } = await jwtVerify(token, ownKeysOnly(keys), {
        issuer: ISSUER_URL,
        audience: AUDIENCE,
        algorithms: [...TOKEN_ALGORITHMS],
        typ: 'at+jwt',
        requiredClaims: ['exp', 'iat', 'sub'],
        clockTolerance: 5,
      });
      return subjectFrom(payload);
    } catch (error) {
      throw error instanceof Problem ? error : problemOf(error);
    }
  }

  private async remoteKeys(): Promise<JWTVerifyGetKey> {
    const url = this.options.JWKS_URL ?? (await this.discover());
    return createRemoteJWKSet(new URL(url), { timeoutDuration: 3_000, cooldownDuration: 10_000, cacheMaxAge: 600_000 });
  }

  private async discover(): Promise<string> {
    const { ISSUER_URL } = this.options;
    const address = `${ISSUER_URL.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const answer = await fetch(address, { signal: AbortSignal.timeout(3_000), redirect: 'error' });
    const { issuer, jwks_uri } = discovery.parse(await answer.json());
    if (issuer !== ISSUER_URL) throw new Error(`the issuer at ${ISSUER_URL} says it is another one`);
    return jwks_uri;
  }
}

const ownKeysOnly =
  (keys: JWTVerifyGetKey): JWTVerifyGetKey =>
  (header, token) => {
    if (['jwk', 'jku', 'x5u', 'x5c'].some((name) => name in header)) throw new errors.JWTInvalid('brings its own key');
    return keys(header, token);
  };

function subjectFrom(payload: unknown): Subject {
  const parsed = claims.safeParse(payload);
  if (!parsed.success) throw refused('it has no valid claim "accord"');
  const { role: as, subject: id, sirets } = parsed.data.accord;
  return { id, role: as, sirets, ...(as === 'partner' && { partner: id }) };
}

const refused = (why: string, code = 'invalid_token'): Problem =>
  new Problem('unauthenticated', `The access token is refused: ${why}. Get a new one from the issuer.`, [], {
    headers: { 'www-authenticate': `Bearer error="${code}"` },
  });

/** What the caller may know: the claim that is wrong, never the keys that were tried. */
function problemOf(error: unknown): Problem {
  if (error instanceof errors.JWTExpired) return refused('it has expired');
  if (error instanceof errors.JWTClaimValidationFailed) return refused(`its "${error.claim}" is not the one expected`);
  if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError) || isFetchFailure(error)) {
    return new Problem('unavailable', 'The identity provider does not answer, so tokens cannot be checked.', [], {
      retryAfterS: 5,
      cause: error,
    });
  }
  return refused('it is not signed by this issuer, or not a token at all');
}

/** jose reports an answer of the key set that is no 200 as its bare base class. */
const isFetchFailure = (error: InstanceType<typeof errors.JOSEError>): boolean => error.code === 'ERR_JOSE_GENERIC';
