import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';

import { ACCESS, type Access, setCaller } from './access.js';
import type { BaseConfig } from './config.js';
import { clientAddress } from './front-door.js';
import { Problem } from './problem.js';
import { type Budget, COST, type RateLimits, rateLimitHeaders } from './rate-limit.js';
import type { TokenVerifier } from './token-verifier.js';

/** A wrong token costs this many requests. */
const FAILURE_COST = 10;

/** Decides who may call a route, and how often. A route that declares nothing lets nobody in. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenVerifier,
    private readonly limits: RateLimits,
    private readonly config: Pick<BaseConfig, 'SERVICE_TOKENS'>,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const places = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, places);
    if (access === undefined) throw new Problem('forbidden', 'This route declares nobody who may call it.');
    const cost = this.reflector.getAllAndOverride<number | undefined>(COST, places) ?? 1;
    const budget = await this.admit(request, access, cost);
    if (budget !== undefined) context.switchToHttp().getResponse<Response>().set(rateLimitHeaders(budget));
    return true;
  }

  private async admit(request: Request, access: Access, cost: number): Promise<Budget | undefined> {
    switch (access.kind) {
      case 'public':
        return this.limits.ofAddress(this.addressOf(request), cost);
      case 'services':
        return this.admitService(request, access.names);
      case 'roles':
        return this.admitSubject(request, access.roles, cost);
    }
  }

  private async admitSubject(request: Request, roles: readonly string[], cost: number): Promise<Budget> {
    const token = await this.bearer(request);
    const subject = await this.orCount(request, () => this.tokens.verify(token));
    const budget = await this.limits.ofSubject(`${subject.role}:${subject.id}`, cost);
    if (!roles.includes(subject.role)) {
      throw new Problem('forbidden', `This is for ${roles.join(', ')}; your token is for ${subject.role}.`);
    }
    setCaller(request, { subject });
    return budget;
  }

  private async admitService(request: Request, names: readonly string[]): Promise<undefined> {
    const token = await this.bearer(request);
    const service = names.find((name) => this.config.SERVICE_TOKENS.get(name)?.equals(token) === true);
    if (service === undefined) {
      await this.limits.ofAddress(this.addressOf(request), FAILURE_COST);
      throw new Problem('unauthenticated', 'This route is for services of Accord, with their own token.');
    }
    setCaller(request, { service });
  }

  private async bearer(request: Request): Promise<string> {
    const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token !== undefined) return token;
    await this.limits.ofAddress(this.addressOf(request));
    throw new Problem('unauthenticated', 'Send an access token: "Authorization: Bearer <token>".', [], {
      headers: { 'www-authenticate': 'Bearer' },
    });
  }

  /** A failed token counts against its address, whatever the token says. */
  private async orCount<T>(request: Request, check: () => Promise<T>): Promise<T> {
    try {
      return await check();
    } catch (error) {
      if (error instanceof Problem && error.code === 'unauthenticated') {
        await this.limits.ofAddress(this.addressOf(request), FAILURE_COST);
      }
      throw error;
    }
  }

  private addressOf(request: Request): string {
    return clientAddress(request, this.config.SERVICE_TOKENS.get('web'));
  }
}
