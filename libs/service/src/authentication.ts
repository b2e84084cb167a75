import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { z } from 'zod';

import { callerOf, declareAccess } from './access.js';
import { Problem } from './problem.js';

export const role = z.enum(['employer', 'moderator', 'partner', 'operator', 'jobseeker']);
export type Role = z.infer<typeof role>;

/** Who asks, as the access token's claim `accord` says. */
export interface Subject {
  /** employer: its SIREN, which is also the rights holder; partner: the partner's id; others: the person. */
  readonly id: string;
  readonly role: Role;
  /** The establishments an employer may act for. */
  readonly sirets: readonly string[];
  /** Set for a partner: its id. */
  readonly partner?: string;
}

/** Open to everyone, without a token. */
export const Public = () => declareAccess({ kind: 'public' });

/** Open to these roles; whose data they may see is the use case's to check. */
export const Roles = (...roles: [Role, ...Role[]]) => declareAccess({ kind: 'roles', roles });

/** @throws Problem unauthenticated */
export function subjectOf(request: object): Subject {
  const { subject } = callerOf(request);
  if (subject === undefined) throw new Problem('unauthenticated', 'This route needs an access token.');
  return subject;
}

/** The caller, in a controller's method: `submit(@CurrentSubject() employer: Subject, …)`. */
export const CurrentSubject = createParamDecorator((_data: unknown, context: ExecutionContext): Subject =>
  subjectOf(context.switchToHttp().getRequest<Request>()),
);
