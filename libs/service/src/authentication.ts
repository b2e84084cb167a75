import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { callerOf, declareAccess } from './access.js';
import { Problem } from './problem.js';
import type { Role, Subject } from './subject.js';

export { role, type Role, type Subject } from './subject.js';

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
