import { Problem } from '@accord/service/problem';
import type { TokenVerifier } from '@accord/service/token-verifier';
import type { Request } from 'express';

/** The operator's own token, to ask services with. @throws Problem unauthenticated, forbidden */
export async function operatorToken(request: Request, tokens: TokenVerifier): Promise<string> {
  const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) {
    throw new Problem('unauthenticated', 'Send an access token: "Authorization: Bearer <token>".', [], {
      headers: { 'www-authenticate': 'Bearer' },
    });
  }
  const { role } = await tokens.verify(token);
  if (role !== 'operator') throw new Problem('forbidden', `This is for operators; your token is for ${role}.`);
  return token;
}
