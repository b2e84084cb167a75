import { readConfig } from '@accord/service/config';
import { type RunningEdge, startEdge } from '@accord/service/run-edge';
import { CapturedLog } from '@accord/testing/captured-log';

import { type RoutedService, routedServices } from '../src/domain/routes.js';
import { web } from '../src/web.js';
import { webConfig } from '../src/web.config.js';
import type { FakeService } from './fake-service.js';

export const TOKEN = 'token-of-the-front-door';

/** The front door on a free port; services that are not given are away. */
export function openDoor(
  services: Partial<Record<RoutedService, FakeService>>,
  env: Record<string, string> = {},
): Promise<RunningEdge> {
  const urls = routedServices.map((name) => [`${name.toUpperCase()}_URL`, services[name]?.url ?? 'http://127.0.0.1:1']);
  const config = readConfig(webConfig, {
    ...Object.fromEntries(urls),
    PORT: '0',
    SERVICE_TOKEN: TOKEN,
    ISSUER_URL: 'http://127.0.0.1:9',
    SHUTDOWN_TIMEOUT_MS: '500',
    ...env,
  });
  return startEdge(web, config, new CapturedLog('web').log);
}
