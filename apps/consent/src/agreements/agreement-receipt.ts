import { issueReceipt } from '@accord/receipts/receipt';

import type { Keys } from '../keys.js';
import { type AgreementRow, wordingOf } from './agreement-row.js';

/** The signed record of an agreement; the same text whenever it is asked for. */
export const agreementReceipt = (keys: Keys, row: AgreementRow): string =>
  issueReceipt(keys.signing, {
    kind: 'agreement',
    iss: keys.issuer,
    iat: Math.floor(row.given_at.getTime() / 1_000),
    sub: row.clause_id,
    holder: row.holder_id,
    actor: row.actor,
    effect: row.effect,
    digest: row.digest,
    wording: wordingOf(row),
    pendingProof: row.pending_proof,
  });
