import { BadToken, verifyJws } from '@accord/receipts/jws';
import type { KeySet } from '@accord/receipts/key-set';
import { verifyPermitProof } from '@accord/receipts/permit-proof';
import { verifyReceipt } from '@accord/receipts/receipt';
import { z } from 'zod';

const passport = z.looseObject({ iss: z.string(), iat: z.int(), offerId: z.string() });
const head = z.object({ typ: z.string() });

/** A signed statement of Accord: a permit's proof, the receipt of an agreement or of a stop, an offer's passport. */
export type Statement =
  | { readonly kind: 'permit'; readonly claims: ReturnType<typeof verifyPermitProof> }
  | { readonly kind: 'receipt'; readonly claims: ReturnType<typeof verifyReceipt> }
  | { readonly kind: 'passport'; readonly claims: z.infer<typeof passport> };

/**
 * Verifies any of them offline, by the type it says it is of.
 * @throws BadToken
 */
export function verifyStatement(token: string, keys: KeySet): Statement {
  const text = token.trim();
  const typ = typeOf(text);
  switch (typ) {
    case 'accord-permit+jwt':
      return { kind: 'permit', claims: verifyPermitProof(text, keys) };
    case 'accord-receipt+jwt':
      return { kind: 'receipt', claims: verifyReceipt(text, keys) };
    case 'accord-passport+jwt':
      return { kind: 'passport', claims: verifyJws(text, keys, { typ, claims: passport }) };
    default:
      throw new BadToken('wrong-type', `no statement of Accord is of the type ${typ.slice(0, 60)}`);
  }
}

function typeOf(token: string): string {
  const [first = ''] = token.split('.');
  try {
    return head.parse(JSON.parse(Buffer.from(first, 'base64url').toString('utf8'))).typ;
  } catch (cause) {
    throw new BadToken('malformed', 'this is no signed token (a compact JWS)', { cause });
  }
}
