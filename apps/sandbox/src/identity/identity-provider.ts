import Provider, {
  type ClientMetadata,
  type Configuration,
  errors,
  interactionPolicy,
  type ResourceServer,
} from 'oidc-provider';

import type { SandboxClient, SandboxConfig } from '../sandbox.config.js';
import { type ProviderKeys } from './kept-keys.js';
import { MemoryStore } from './memory-store.js';
import { unitClients } from './unit-clients.js';

const AUDIENCE = 'urn:accord:api';
/** The client of our own web pages: public, so code with PKCE only. */
const WEB_CLIENT = 'accord-web';

/**
 * An OpenID provider for trying and testing: software gets tokens by client credentials, people choose on a page who they
 * want to be. Its tokens are those a real provider would be configured to give (RFC 9068, claim `accord`).
 */
export function identityProvider(issuer: string, config: SandboxConfig, keys: ProviderKeys): Provider {
  const everyone = [...config.SANDBOX_CLIENTS, ...unitClients(config.SANDBOX_UNITS_SECRET)];
  const byId = new Map(everyone.map((client) => [client.id, client]));
  return new Provider(issuer, {
    ...protocol(config),
    adapter: MemoryStore,
    jwks: { keys: [keys.signing] },
    cookies: { keys: [...keys.cookies], names: { session: 'sandbox-session', interaction: 'sandbox-interaction' } },
    clients: [...everyone.map(softwareClient), webClient(config.WEB_URL)],
    findAccount: (_context, id) => {
      const who = byId.get(id);
      return who && { accountId: id, claims: () => ({ sub: id, name: who.name, accord: claimOf(who) }) };
    },
    extraTokenClaims: (_context, token) => {
      const id = 'accountId' in token ? token.accountId : token.clientId;
      const who = byId.get(id ?? '');
      return who && { accord: claimOf(who) };
    },
    // Our own pages ask for nothing beyond logging in: there is nothing to consent to.
    loadExistingGrant: async (context) => {
      const { client, session, provider } = context.oidc;
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope('openid profile offline_access');
      grant.addResourceScope(AUDIENCE, '');
      await grant.save();
      return grant;
    },
  });
}

/** What does not depend on who exists. */
const protocol = ({ SANDBOX_TOKEN_TTL_S: ttl }: SandboxConfig): Configuration => ({
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    rpInitiatedLogout: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => AUDIENCE,
      useGrantedResource: () => true,
      getResourceServerInfo: (_context, resource) => ourApi(resource, ttl),
    },
  },
  enabledJWA: { idTokenSigningAlgValues: ['EdDSA'] },
  claims: { openid: ['sub', 'accord'], profile: ['name'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  ttl: {
    AccessToken: ttl,
    ClientCredentials: ttl,
    AuthorizationCode: 60,
    Session: DAY_S,
    Grant: DAY_S,
    RefreshToken: DAY_S,
  },
  interactions: { url: (_context, { uid }) => `/interaction/${uid}`, policy: loginOnly() },
  rotateRefreshToken: true,
  renderError: (context, { error, error_description }) => {
    context.type = 'text/plain; charset=utf-8';
    context.body = `${error}: ${error_description ?? 'the request was refused'}`;
  },
});

const DAY_S = 86_400;

/** Tokens are for our API only, as JWTs, so that services check them by themselves. */
function ourApi(resource: string, ttl: number): ResourceServer {
  if (resource !== AUDIENCE) throw new errors.InvalidTarget();
  return {
    scope: '',
    audience: AUDIENCE,
    accessTokenFormat: 'jwt',
    accessTokenTTL: ttl,
    jwt: { sign: { alg: 'EdDSA' } },
  };
}

/** A page to consent on is asked for with native clients, for fear of other programs on the same device: not here. */
function loginOnly(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.get('consent')?.checks.remove('native_client_prompt');
  return policy;
}

const claimOf = ({ role, subject, sirets }: SandboxClient) => ({
  role,
  subject,
  ...(role === 'employer' && { sirets }),
});

const softwareClient = ({ id, name, secret }: SandboxClient): ClientMetadata => ({
  client_id: id,
  client_name: name,
  client_secret: secret,
  grant_types: ['client_credentials'],
  redirect_uris: [],
  response_types: [],
  token_endpoint_auth_method: 'client_secret_basic',
  id_token_signed_response_alg: 'EdDSA',
});

function webClient(webUrl: string): ClientMetadata {
  const names = [webUrl, webUrl.replace('127.0.0.1', 'localhost')].map((url) => url.replace(/\/$/, ''));
  return {
    client_id: WEB_CLIENT,
    client_name: 'Accord',
    // Of type `native` so that plain http on loopback may be come back to.
    application_type: webUrl.startsWith('https:') ? 'web' : 'native',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [...new Set(names)].map((url) => `${url}/login/callback`),
    post_logout_redirect_uris: [...new Set(names)].map((url) => `${url}/`),
    id_token_signed_response_alg: 'EdDSA',
  };
}
