import type { Log } from '@accord/service/logging';

import type { ModerationConfig } from '../moderation.config.js';
import { AskRegister } from './ask-register.js';
import { NationalRegister } from './national-register.js';
import { RegisterHttp } from './register-http.js';
import { SandboxRegister } from './sandbox-register.js';

/** No key, seven questions a second: an operator that needs more runs a mirror and names it in REGISTER_URL. */
const NATIONAL_API = 'https://recherche-entreprises.api.gouv.fr';
const CONNECTIONS = 4;
const MOST_CACHED = 20_000;
const OTHER_MS = 300_000;

/** The register this deployment asks: the national one, unless it is told of a sandbox and nothing else. */
export function configuredRegister(config: ModerationConfig, log: Log): AskRegister {
  const { REGISTER_URL, SANDBOX_URL, REGISTER_TIMEOUT_MS: timeoutMs } = config;
  const http = (baseUrl: string): RegisterHttp => new RegisterHttp({ baseUrl, timeoutMs, connections: CONNECTIONS });
  const register =
    REGISTER_URL === undefined && SANDBOX_URL !== undefined
      ? new SandboxRegister(http(SANDBOX_URL))
      : new NationalRegister(http(REGISTER_URL ?? NATIONAL_API));
  const openMs = config.REGISTER_CACHE_S * 1_000;
  const cache = { openMs, otherMs: Math.min(openMs, OTHER_MS), most: MOST_CACHED };
  return new AskRegister(register, { cache, resetMs: config.REGISTER_RESET_MS }, log);
}
