import { assertProfileAllowed } from '@accord/service/profile';
import type { EdgeDefinition } from '@accord/service/run-edge';

import { watchArrivals } from './arrival.js';
import { mountCredentialsInBody } from './identity/credentials-in-body.js';
import { identityProvider } from './identity/identity-provider.js';
import { providerKeys } from './identity/kept-keys.js';
import { mountLogin } from './identity/login.routes.js';
import { PartnerPortal } from './partners/partner-portal.js';
import { mountPartners } from './partners/partner.routes.js';
import { mountRegister } from './register/register.routes.js';
import { type SandboxConfig, sandboxConfig } from './sandbox.config.js';
import { mountStartPage } from './start.page.js';

/** For trying and testing only: an identity provider, a register of establishments, and partner portals that receive. */
export const sandbox: EdgeDefinition<SandboxConfig> = {
  name: 'sandbox',
  config: sandboxConfig,
  mount: async ({ app, config, url, server }) => {
    assertProfileAllowed(config.ACCORD_PROFILE, addressesOf(config));
    const issuer = (config.SANDBOX_URL ?? url).replace(/\/$/, '');
    watchArrivals(server);
    const portals = new Map(
      config.SANDBOX_PARTNERS.map(({ id, name, category }) => [id, new PartnerPortal(id, name, category)]),
    );
    mountStartPage(app, issuer, config, portals);
    mountPartners(app, portals);
    mountRegister(app);
    const provider = identityProvider(issuer, config, await providerKeys(config.SANDBOX_STATE_DIR));
    mountLogin(app, provider, config.SANDBOX_CLIENTS);
    mountCredentialsInBody(app);
    app.use(provider.callback());
    return undefined;
  },
};

/** It gives tokens to whoever asks, so in the test profile it is refused wherever others could reach it. */
const addressesOf = ({ HOST, SANDBOX_URL }: SandboxConfig): Record<string, string> => ({
  HOST,
  ...(SANDBOX_URL !== undefined && { SANDBOX_URL: new URL(SANDBOX_URL).hostname }),
});
