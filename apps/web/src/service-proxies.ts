import type { Express } from 'express';
import { Problem } from '@accord/service/problem';
import { setRoute } from '@accord/service/request-scope';

import { ClientAddresses } from './client-address.js';
import { isAmbiguous, type RoutedService, routedServices, serviceOf } from './domain/routes.js';
import { ServiceProxy } from './service-proxy.js';
import { upstreamsOf } from './upstreams.js';
import type { WebConfig } from './web.config.js';

/** A way to each service. */
export class ServiceProxies {
  private readonly proxies: ReadonlyMap<RoutedService, ServiceProxy>;

  constructor(config: WebConfig) {
    const upstreams = upstreamsOf(config);
    const clients = new ClientAddresses(config.TRUSTED_PROXIES);
    this.proxies = new Map(
      routedServices.map((service) => [
        service,
        new ServiceProxy({
          service,
          baseUrl: upstreams[service],
          clients,
          token: config.SERVICE_TOKEN,
          answerTimeoutMs: config.ANSWER_TIMEOUT_MS,
          idleTimeoutMs: config.IDLE_TIMEOUT_MS,
        }),
      ]),
    );
  }

  of(service: RoutedService): ServiceProxy {
    const proxy = this.proxies.get(service);
    if (proxy === undefined) throw new Error(`no way to ${service}`);
    return proxy;
  }

  close(): void {
    for (const proxy of this.proxies.values()) proxy.close();
  }
}

/** Hands on what a service serves; the rest goes on. Mounted after the front door's own routes. */
export function mountServices(app: Express, proxies: ServiceProxies): void {
  app.use((request, response, next) => {
    const [path = '/'] = request.url.split('?', 1);
    if (isAmbiguous(path)) {
      throw new Problem(
        'malformed-url',
        'The path may be read in two ways (.., //, escaped slashes): write it plainly.',
      );
    }
    const service = serviceOf(path);
    if (service === undefined) return next();
    setRoute(response, service);
    proxies.of(service).handle(request, response, request.url);
  });
}
