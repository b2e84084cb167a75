import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

import { callerOf, declareAccess } from './access.js';

/**
 * Open to these services of ours only: `/internal/v1` routes. The caller shows its SERVICE_TOKEN as a bearer; it must be the
 * one that stands under its name in the callee's SERVICE_TOKENS.
 */
export const ServiceOnly = (...names: [string, ...string[]]) => declareAccess({ kind: 'services', names });

/** The name of the service that calls. */
export const CallingService = createParamDecorator(
  (_data: unknown, context: ExecutionContext): string | undefined =>
    callerOf(context.switchToHttp().getRequest<Request>()).service,
);
