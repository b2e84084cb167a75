import { BadToken } from '@accord/receipts/jws';
import type { KeySet } from '@accord/receipts/key-set';
import { verifyPermitProof } from '@accord/receipts/permit-proof';
import { verifyWebhook, webhookPublicKey } from '@accord/receipts/webhook-signature';
import { z } from 'zod';

import { isRecord } from './problem.js';

/** A webhook as it came, to a partner's endpoint or to an employer's: its body byte by byte, since that is what was signed. */
export interface Delivery {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Trust {
  /** The endpoint's secrets `whsec_…`, or public keys: `whpk_…`, or PEM as the endpoint's owner was shown it. Old and new. */
  readonly secrets: readonly string[];
  /** The service's published keys: `KeySet.fromJwks(await client.get('/.well-known/jwks.json'))`. */
  readonly keys: KeySet;
  /** Who received it: a proof made out to another partner does not count. */
  readonly partner?: string | undefined;
  /** When it was received; with it, what is older or newer than five minutes does not count. Without it, any age does. */
  readonly now?: Date | undefined;
}

// Tolerant: a field that comes later must not make an old reader refuse.
const offerEvent = z.looseObject({
  type: z.string(),
  data: z.looseObject({
    postingId: z.string(),
    offerId: z.string(),
    version: z.int(),
    offer: z.looseObject({ revision: z.int() }).optional(),
  }),
});
/** What an employer's software is told of: no text of an offer is in it. */
const employerEvent = z.looseObject({
  type: z.string(),
  sequence: z.int(),
  data: z.looseObject({ offerId: z.string() }),
});
const puttingOnShow = ['offer.published', 'offer.updated'];
const otherEvent = z.looseObject({ type: z.string(), data: z.unknown() });
const header = z.object({
  'webhook-id': z.string(),
  'webhook-timestamp': z.string().regex(/^\d{1,12}$/),
  'webhook-signature': z.string(),
  'accord-permit': z.string().optional(),
});

export type DeliveredEvent = z.infer<typeof offerEvent> | z.infer<typeof employerEvent> | z.infer<typeof otherEvent>;

export interface VerifiedDelivery {
  readonly event: DeliveredEvent;
  readonly signedAt: Date;
  /** Under which agreement the offer may be shown; absent where nothing is shown: a removal, a test. */
  readonly proof?: ReturnType<typeof verifyPermitProof>;
}

/** Why a delivery does not count. */
export class BadDelivery extends Error {
  override readonly name = 'BadDelivery';

  constructor(
    readonly reason: 'not-a-delivery' | 'bad-signature' | 'too-old' | 'no-proof' | 'bad-proof',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * Offline: the signature of a webhook (Standard Webhooks), and the proof that its offer may be shown, which must be about this
 * very offer, revision and version of the posting.
 * @throws BadDelivery
 */
export function verifyDelivery(delivery: Delivery, trust: Trust): VerifiedDelivery {
  const headers = header.safeParse(delivery.headers);
  if (!headers.success)
    throw new BadDelivery(
      'not-a-delivery',
      'The headers webhook-id, webhook-timestamp and webhook-signature are needed.',
    );
  const signedAt = assertSigned(delivery.body, headers.data, trust);
  const event = eventOf(delivery.body);
  if (!shows(event)) return { event, signedAt };
  return { event, signedAt, proof: proofOf(event, headers.data['accord-permit'], trust) };
}

function assertSigned(body: string, headers: z.infer<typeof header>, { secrets, now }: Trust): Date {
  const timestamp = Number(headers['webhook-timestamp']);
  const signedAt = new Date(timestamp * 1_000);
  const counts = verifyWebhook({
    message: { id: headers['webhook-id'], timestamp, body },
    signature: headers['webhook-signature'],
    keys: secrets.map((secret) => (secret.startsWith('-----BEGIN') ? webhookPublicKey(secret) : secret)),
    now: now ?? signedAt,
  });
  if (counts) return signedAt;
  const why = 'changed on the way, signed with another secret, or older than five minutes';
  throw new BadDelivery('bad-signature', `The signature does not count: the delivery was ${why}.`);
}

function eventOf(body: string): DeliveredEvent {
  try {
    const value: unknown = JSON.parse(body);
    const any = otherEvent.parse(value);
    const about = z.union([offerEvent, employerEvent]).safeParse(value);
    if (about.success) return about.data;
    if (puttingOnShow.includes(any.type)) throw about.error;
    return any;
  } catch (cause) {
    throw new BadDelivery('not-a-delivery', 'The body is not an event of Accord.', { cause });
  }
}

/** Only what is sent to a partner is about a posting. */
const shows = (event: DeliveredEvent): event is z.infer<typeof offerEvent> =>
  puttingOnShow.includes(event.type) && isRecord(event.data) && 'postingId' in event.data;

function proofOf({ data }: z.infer<typeof offerEvent>, token: string | undefined, { keys, partner }: Trust) {
  if (token === undefined)
    throw new BadDelivery('no-proof', 'An offer to show must bring its proof, in the header accord-permit.');
  const expected = {
    sub: data.offerId,
    version: data.version,
    ...(data.offer !== undefined && { revision: data.offer.revision }),
    ...(partner !== undefined && { aud: partner }),
  };
  try {
    return verifyPermitProof(token, keys, expected);
  } catch (cause) {
    if (!(cause instanceof BadToken)) throw cause;
    throw new BadDelivery('bad-proof', `The proof does not count: ${cause.message}.`, { cause });
  }
}
