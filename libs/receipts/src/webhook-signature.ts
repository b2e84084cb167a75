import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';

/** A secret of an endpoint, as `partners` hands it out: `hmac` a `whsec_…` text, `ed25519` a PKCS 8 private key in PEM. */
export interface WebhookSecret {
  readonly kind: 'hmac' | 'ed25519';
  readonly key: string;
}

/** What is signed (Standard Webhooks): the id is stable per posting version, the time is that of the attempt. */
export interface WebhookMessage {
  readonly id: string;
  /** Seconds since the epoch, as in the header `webhook-timestamp`. */
  readonly timestamp: number;
  readonly body: string;
}

const HMAC_PREFIX = 'whsec_';
const PUBLIC_PREFIX = 'whpk_';
/** The 12 bytes that stand before the 32 of an Ed25519 public key in its SPKI form (RFC 8410). */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

type Signature = (text: string) => string;

/** Signs with every secret in force, so that a partner may verify with the old one or the new while they rotate. */
export class WebhookSigner {
  private readonly signatures: readonly Signature[];

  /** @throws Error for a secret that is none, or no secret at all */
  constructor(secrets: readonly WebhookSecret[]) {
    if (secrets.length === 0) throw new Error('an endpoint without a secret cannot be signed for');
    this.signatures = secrets.map(({ kind, key }) => (kind === 'hmac' ? hmacSignature(key) : edSignature(key)));
  }

  /** The value of the header `webhook-signature`. */
  sign(message: WebhookMessage): string {
    const text = signedText(message);
    return this.signatures.map((signature) => signature(text)).join(' ');
  }
}

const signedText = ({ id, timestamp, body }: WebhookMessage): string => `${id}.${timestamp}.${body}`;

function hmacSignature(secret: string): Signature {
  const key = hmacKey(secret);
  return (text) => `v1,${createHmac('sha256', key).update(text).digest('base64')}`;
}

function hmacKey(secret: string): Buffer {
  const encoded = secret.startsWith(HMAC_PREFIX) ? secret.slice(HMAC_PREFIX.length) : secret;
  const key = Buffer.from(encoded, 'base64');
  if (key.length < 16) throw new Error('a webhook secret must have at least 16 bytes');
  return key;
}

function edSignature(pem: string): Signature {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('an endpoint of kind ed25519 needs an Ed25519 key');
  return (text) => `v1a,${sign(null, Buffer.from(text), key).toString('base64')}`;
}

/** What a partner verifies `v1a` with: `whpk_` and the key's 32 bytes in base64. */
export function webhookPublicKey(pem: string): string {
  const spki = createPublicKey(pem).export({ type: 'spki', format: 'der' });
  return `${PUBLIC_PREFIX}${spki.subarray(SPKI_HEAD.length).toString('base64')}`;
}

export interface VerifyWebhook {
  readonly message: WebhookMessage;
  /** The header `webhook-signature`: one or several, separated by spaces. */
  readonly signature: string;
  /** Secrets `whsec_…` and public keys `whpk_…`, old and new. */
  readonly keys: readonly string[];
  readonly now: Date;
  /** How far the sender's clock may be off. */
  readonly toleranceS?: number;
}

/** True where one of the signatures was made by one of the keys, and the message is neither old nor of the future. */
export function verifyWebhook({ message, signature, keys, now, toleranceS = 300 }: VerifyWebhook): boolean {
  if (Math.abs(now.getTime() / 1_000 - message.timestamp) > toleranceS) return false;
  const given = signature.split(' ');
  const text = signedText(message);
  return keys.some((key) => {
    const matches = key.startsWith(PUBLIC_PREFIX) ? edMatches : hmacMatches;
    return given.some((one) => matches(one, key, text));
  });
}

function hmacMatches(signature: string, secret: string, text: string): boolean {
  const expected = Buffer.from(hmacSignature(secret)(text));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function edMatches(signature: string, publicKey: string, text: string): boolean {
  if (!signature.startsWith('v1a,')) return false;
  return verify(null, Buffer.from(text), spkiKey(publicKey), Buffer.from(signature.slice(4), 'base64'));
}

function spkiKey(publicKey: string): KeyObject {
  const raw = Buffer.from(publicKey.slice(PUBLIC_PREFIX.length), 'base64');
  return createPublicKey({ key: Buffer.concat([SPKI_HEAD, raw]), format: 'der', type: 'spki' });
}
