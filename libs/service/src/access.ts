import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';

import type { Role, Subject } from './subject.js';

/** What a route declares about its callers; a route that declares nothing lets nobody in. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'roles'; readonly roles: readonly Role[] }
  | { readonly kind: 'services'; readonly names: readonly string[] };

/** Nest's metadata key of it. */
export const ACCESS = 'accord:access';
/** Also says in the API's document that a token is needed. */
export const declareAccess = (access: Access): MethodDecorator & ClassDecorator =>
  access.kind === 'public'
    ? SetMetadata(ACCESS, access)
    : applyDecorators(SetMetadata(ACCESS, access), ApiBearerAuth());

/** What the guard found out about who sent a request. */
export interface Caller {
  readonly subject?: Subject;
  readonly service?: string;
}

const callers = new WeakMap<object, Caller>();
export const setCaller = (request: object, caller: Caller): void => void callers.set(request, caller);
export const callerOf = (request: object): Caller => callers.get(request) ?? {};
