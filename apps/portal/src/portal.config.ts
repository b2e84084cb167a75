import { baseConfig } from '@accord/service/config';
import { listenPort, secret } from '@accord/service/config-fields';
import { z } from 'zod';

export const portalConfig = baseConfig.extend({
  PORT: listenPort(8086),
  /** Where contact keys are asked for. */
  INTAKE_URL: z.url(),
  SERVICE_TOKEN: secret(),
});
export type PortalConfig = z.infer<typeof portalConfig>;
