import type { AttemptResult } from './domain/attempt-result.js';
import type { Column } from './unnested.js';

/** What the partner answered, as it is kept. */
export interface KeptReply {
  readonly contentType?: string;
  readonly body: Buffer;
  readonly truncated: boolean;
}

/** What was sent, without what it said. */
export interface SentMark {
  /** Of the showable view, as the permit has it. */
  readonly digest?: string;
  readonly mapping?: string;
  readonly bodyHmac?: Buffer;
  readonly bodySha256?: Buffer;
}

/** One request to a partner, as it is kept for ever. */
export interface Attempt {
  readonly id: string;
  readonly at: Date;
  readonly partner: string;
  readonly kind: 'show' | 'remove' | 'test';
  readonly posting?: {
    readonly id: string;
    readonly offerId: string;
    readonly version: number;
    readonly revision?: number;
  };
  readonly number: number;
  readonly endpoint: string;
  readonly result: AttemptResult;
  readonly status?: number;
  readonly durationMs: number;
  readonly mark: SentMark;
  readonly reply?: KeptReply;
}

export const attemptColumns: readonly Column<Attempt>[] = [
  { name: 'attempt_id', type: 'uuid', of: ({ id }) => id },
  { name: 'at', type: 'timestamptz', of: ({ at }) => at },
  { name: 'partner_id', type: 'text', of: ({ partner }) => partner },
  { name: 'kind', type: 'text', of: ({ kind }) => kind },
  { name: 'posting_id', type: 'uuid', of: ({ posting }) => posting?.id },
  { name: 'offer_id', type: 'uuid', of: ({ posting }) => posting?.offerId },
  { name: 'version', type: 'bigint', of: ({ posting }) => posting?.version },
  { name: 'revision', type: 'integer', of: ({ posting }) => posting?.revision },
  { name: 'number', type: 'integer', of: ({ number }) => number },
  { name: 'endpoint_id', type: 'uuid', of: ({ endpoint }) => endpoint },
  { name: 'result', type: 'text', of: ({ result }) => result.kind },
  { name: 'status', type: 'integer', of: ({ status }) => status },
  { name: 'error', type: 'text', of: ({ result }) => (result.kind === 'failed' ? result.reason : undefined) },
  { name: 'sent', type: 'text', of: ({ result }) => ('sent' in result ? result.sent : 'all') },
  { name: 'duration_ms', type: 'integer', of: ({ durationMs }) => durationMs },
  { name: 'digest', type: 'text', of: ({ mark }) => mark.digest },
  { name: 'mapping', type: 'text', of: ({ mark }) => mark.mapping },
  { name: 'body_hmac', type: 'bytea', of: ({ mark }) => mark.bodyHmac },
  { name: 'body_sha256', type: 'bytea', of: ({ mark }) => mark.bodySha256 },
];

export const replyColumns: readonly Column<Attempt & { readonly reply: KeptReply }>[] = [
  { name: 'attempt_id', type: 'uuid', of: ({ id }) => id },
  { name: 'at', type: 'timestamptz', of: ({ at }) => at },
  { name: 'content_type', type: 'text', of: ({ reply }) => reply.contentType },
  { name: 'body', type: 'bytea', of: ({ reply }) => reply.body },
  { name: 'truncated', type: 'boolean', of: ({ reply }) => reply.truncated },
];
