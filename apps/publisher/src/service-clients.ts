import { CONFIG } from '@accord/service/kit.module';
import { ServiceClient } from '@accord/service/service-client';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';

import type { PublisherConfig } from './publisher.config.js';

/** The services of ours that are called. */
@Injectable()
export class ServiceClients implements OnApplicationShutdown {
  readonly consent: ServiceClient;
  readonly intake: ServiceClient;
  readonly partners: ServiceClient;

  constructor(@Inject(CONFIG) config: PublisherConfig) {
    const client = (name: string, baseUrl: string) =>
      new ServiceClient({ name, baseUrl, token: config.SERVICE_TOKEN, timeoutMs: 5_000 });
    this.consent = client('consent', config.CONSENT_URL);
    this.intake = client('intake', config.INTAKE_URL);
    this.partners = client('partners', config.PARTNERS_URL);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.consent, this.intake, this.partners].map((client) => client.close()));
  }
}
