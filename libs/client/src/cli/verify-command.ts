import { KeySet } from '@accord/receipts/key-set';
import { webhookPublicKey } from '@accord/receipts/webhook-signature';
import type { Command } from 'commander';

import { Api } from '../api.js';
import { BadDelivery, type VerifiedDelivery, verifyDelivery } from '../verify-delivery.js';
import { type Statement, verifyStatement } from '../verify-token.js';
import { UsageError } from './failure.js';
import { parsedObject, textOf } from './input.js';
import type { Io } from './io.js';
import { secondsOf } from './offer-commands.js';
import { savedFrom } from './saved.js';
import { Session } from './session.js';
import { columns } from './words.js';

/** Of an HMAC (Standard Webhooks). */
const LEAST_SECRET_BYTES = 16;
/** Of Ed25519. */
const PUBLIC_KEY_BYTES = 32;

interface VerifyOptions {
  readonly secret?: string[];
  readonly jwks?: string;
  readonly partner?: string;
  readonly maxAge?: string;
}

export function addVerifyCommand(program: Command, io: Io): void {
  program
    .command('verify <file>')
    .description('verify a webhook that was kept, or a signed proof, receipt or passport; - reads standard input')
    .option('--secret <secret...>', 'the endpoint’s secrets (whsec_…) or public keys (whpk_…), old and new')
    .option('--jwks <file or address>', 'Accord’s published keys; without it they are asked for')
    .option('--partner <id>', 'who received it: a proof made out to another does not count')
    .option('--max-age <seconds>', 'refuse a webhook that was signed longer ago; without it, any age counts')
    .addHelpText(
      'after',
      '\nExit code 0: it counts; 1: it does not. ACCORD_WEBHOOK_SECRET, spaces between several, stands for --secret, which others see in the list of processes.',
    )
    .action(async (file: string, options: VerifyOptions, command: Command) =>
      verify(Session.of(io, command), file, options),
    );
}

async function verify(session: Session, file: string, options: VerifyOptions): Promise<void> {
  const saved = savedFrom(await textOf(session.io, file));
  if (saved.kind === 'token') {
    const statement = verifyStatement(saved.token, await keysOf(session, options.jwks));
    session.speech.say(statementWords(statement), statement);
    return;
  }
  const secrets = options.secret ?? secretsIn(session.io);
  if (secrets.length === 0)
    throw new UsageError(
      'A webhook is verified with its endpoint’s secret: ACCORD_WEBHOOK_SECRET, or --secret whsec_…',
    );
  secrets.forEach(assertSecret);
  const trust = { secrets, keys: await keysOf(session, options.jwks), partner: options.partner };
  const verified = verifyDelivery(saved.delivery, trust);
  assertYoung(verified, options.maxAge);
  session.speech.say(deliveryWords(verified), verified);
}

const secretsIn = ({ env }: Io): string[] =>
  (env['ACCORD_WEBHOOK_SECRET'] ?? '').split(' ').filter((one) => one !== '');

/** @throws UsageError where it is no secret and no key at all: then nothing it says of a signature counts. */
function assertSecret(secret: string): void {
  const [, kind, key = secret] = /^(whsec_|whpk_)(.*)$/s.exec(secret) ?? [];
  if (secret.startsWith('-----BEGIN')) return assertPem(secret);
  const bytes = Buffer.from(key, 'base64').length;
  if (kind === 'whpk_' ? bytes === PUBLIC_KEY_BYTES : bytes >= LEAST_SECRET_BYTES) return;
  throw new UsageError(
    kind === 'whpk_'
      ? `A public key whpk_… has ${PUBLIC_KEY_BYTES} bytes in base64, this one ${bytes}: copy the whole of it.`
      : `A webhook’s secret whsec_… has ${LEAST_SECRET_BYTES} bytes in base64 at least, this one ${bytes}: copy the whole of it.`,
  );
}

function assertPem(pem: string): void {
  try {
    webhookPublicKey(pem);
  } catch (cause) {
    throw new UsageError('A public key in PEM cannot be read: copy the whole of it, with its first and last line.', {
      cause,
    });
  }
}

async function keysOf({ io, client }: Session, place: string | undefined): Promise<KeySet> {
  if (place === undefined) return KeySet.fromJwks(await client.get('/.well-known/jwks.json'));
  const text = /^https?:/.test(place) ? await downloaded(io, place) : await textOf(io, place);
  try {
    return KeySet.fromJwks(parsedObject(text, place));
  } catch (cause) {
    throw new UsageError(`${place} holds no published keys of Accord (a JWKS of Ed25519 keys).`, { cause });
  }
}

async function downloaded(io: Io, url: string): Promise<string> {
  const { origin, pathname, search } = new URL(url);
  return JSON.stringify(await new Api({ url: origin, fetch: io.fetch }).call('GET', pathname + search));
}

function assertYoung({ signedAt }: VerifiedDelivery, maxAge: string | undefined): void {
  if (maxAge === undefined) return;
  const ageS = (Date.now() - signedAt.getTime()) / 1_000;
  if (ageS <= secondsOf(maxAge)) return;
  throw new BadDelivery('too-old', `It was signed ${Math.round(ageS)} s ago, at ${signedAt.toISOString()}.`);
}

function deliveryWords({ event, signedAt, proof }: VerifiedDelivery): string {
  const signature = ['✓ signature', `${event.type}, signed at ${signedAt.toISOString()}`];
  if (proof === undefined)
    return columns([signature, ['✓ proof', 'none is needed: nothing is put on show']]).join('\n');
  return columns([signature, ['✓ proof', permitWords(proof)]]).join('\n');
}

const permitWords = ({
  aud,
  sub,
  revision,
  version,
  agreement,
  iat,
}: Extract<Statement, { kind: 'permit' }>['claims']): string =>
  `${aud} may show revision ${revision} of offer ${sub} (posting version ${version}) under agreement ${agreement}, given out at ${instant(iat)}`;

function statementWords(statement: Statement): string {
  switch (statement.kind) {
    case 'permit':
      return `✓ permit  ${permitWords(statement.claims)}`;
    case 'passport':
      return `✓ passport  of offer ${statement.claims.offerId}, made at ${instant(statement.claims.iat)}`;
    case 'receipt': {
      const { claims } = statement;
      return claims.kind === 'agreement'
        ? `✓ receipt  of agreement ${claims.sub} (${claims.effect}), given at ${instant(claims.iat)}, wording ${claims.wording.id} v${claims.wording.version}`
        : `✓ receipt  of stop ${claims.sub} (${claims.because}): effective at ${claims.effectiveAt}`;
    }
  }
}

const instant = (seconds: number): string => new Date(seconds * 1_000).toISOString();
