import { Problem } from '@accord/service/problem';
import { isProblemCode } from '@accord/service/problem-codes';
import { Secret } from '@accord/service/secret';
import { ServiceClient, ServiceRefused, ServiceUnavailable } from '@accord/service/service-client';
import type { z } from 'zod';

import { type RoutedService, routedServices } from './domain/routes.js';

/** Asks services in the name of a caller, for answers that are gathered from all of them. */
export class ServiceAsker {
  private readonly clients: ReadonlyMap<RoutedService, ServiceClient>;

  constructor(upstreams: Readonly<Record<RoutedService, string>>) {
    this.clients = new Map(
      routedServices.map((name) => [
        name,
        new ServiceClient({ name, baseUrl: upstreams[name], timeoutMs: 3_000, connections: 4 }),
      ]),
    );
  }

  /** `undefined` where the service is away. @throws Problem what it refuses */
  async get<S extends z.ZodType>(
    service: RoutedService,
    path: string,
    answer: S,
    token?: string,
  ): Promise<z.infer<S> | undefined> {
    try {
      return await this.client(service).get(path, answer, token === undefined ? undefined : new Secret(token));
    } catch (error) {
      if (error instanceof ServiceUnavailable) return undefined;
      throw refusalOf(error);
    }
  }

  /** The text of a page for machines, such as `/metrics`; `undefined` where the service is away. */
  async text(service: RoutedService, path: string): Promise<string | undefined> {
    try {
      return await this.client(service).text(path);
    } catch (error) {
      if (error instanceof ServiceUnavailable || error instanceof ServiceRefused) return undefined;
      throw error;
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.clients.values()].map((client) => client.close()));
  }

  private client(service: RoutedService): ServiceClient {
    const client = this.clients.get(service);
    if (client === undefined) throw new Error(`no client for ${service}`);
    return client;
  }
}

/** A service's refusal in its own words. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof ServiceRefused)) return error;
  const document = Object(error.problem);
  const code =
    String(document.type ?? '')
      .split('/')
      .at(-1) ?? '';
  return isProblemCode(code) ? new Problem(code, String(document.detail ?? ''), [], { cause: error }) : error;
}
