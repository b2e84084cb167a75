import type { WebhookSigner } from './webhook-signature.js';

/** Where a message goes, and who signs it. */
export interface Destination {
  readonly url: string;
  readonly signer: WebhookSigner;
}

/** What an HTTP client posts. */
export interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface SignedPart {
  readonly id: string;
  readonly body: string;
  /** The permit's proof, which travels with an offer. */
  readonly proof?: string;
}

/** A message as it leaves (Standard Webhooks): the id stays over retries, the time is the attempt's. */
export function webhookRequest({ id, body, proof }: SignedPart, signer: WebhookSigner, at: Date): SignedRequest {
  const timestamp = Math.floor(at.getTime() / 1_000);
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signer.sign({ id, timestamp, body }),
    ...(proof !== undefined && { 'accord-permit': proof }),
  };
  return { headers, body };
}
