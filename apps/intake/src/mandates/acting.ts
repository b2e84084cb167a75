import { Roles, subjectOf } from '@accord/service/authentication';
import {
  applyDecorators,
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  UseGuards,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';

import type { Employer } from '../employer.js';
import { ActFor } from './act-for.js';

const HEADER = 'Accord-On-Behalf-Of';
const employers = new WeakMap<object, Employer>();

/** Every call of an employer goes through here: whoever acts for another one says so, and needs its mandate. */
@Injectable()
export class EmployerGuard implements CanActivate {
  constructor(private readonly actFor: ActFor) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    employers.set(request, await this.actFor.execute(subjectOf(request), request.get(HEADER)));
    return true;
  }
}

/** Open to employers, and to who holds a mandate of one. */
export const ForEmployers = () =>
  applyDecorators(
    Roles('employer'),
    UseGuards(EmployerGuard),
    ApiHeader({
      name: HEADER,
      required: false,
      description: 'The SIREN of the employer you act for, under a mandate of it; left out, you act for yourself.',
    }),
  );

/** For whom the caller acts, in a controller's method. */
export const CurrentEmployer = createParamDecorator((_data: unknown, context: ExecutionContext): Employer => {
  const employer = employers.get(context.switchToHttp().getRequest<Request>());
  if (employer === undefined) throw new Error('a route that acts for an employer is not declared as one');
  return employer;
});
