import { CONFIG } from '@accord/service/kit.module';
import { Log } from '@accord/service/logging';
import { Problem } from '@accord/service/problem';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';

import { ChangePartner } from './change-partner.js';
import { Directory } from './directory.js';
import type { PartnersConfig, SeededPartner } from './partners.config.js';

const ACTOR = 'sandbox';

/** Registers a sandbox's partners where they are missing, and follows them when their address changes. */
@Injectable()
export class SandboxSeed implements OnApplicationBootstrap {
  constructor(
    private readonly partners: ChangePartner,
    private readonly directory: Directory,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: PartnersConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const partner of this.config.SANDBOX_PARTNERS ?? []) await this.seed(partner);
  }

  private async seed({ id, name, category, endpoint: url }: SeededPartner): Promise<void> {
    const limits = { concurrency: 4, ratePerSecond: 50 };
    try {
      await this.partners.add({ id, name, category, roles: ['outlet'], limits }, ACTOR);
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'conflict')) throw error;
    }
    const { endpoint } = await this.directory.find(id);
    if (endpoint?.url === url) return;
    await this.partners.setEndpoint(id, { url, format: 'canonical-json', signing: 'hmac' }, ACTOR);
    this.log.info('sandbox.partner-registered', { partner: id });
  }
}
