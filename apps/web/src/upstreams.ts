import type { RoutedService } from './domain/routes.js';
import type { WebConfig } from './web.config.js';

/** Where each service is. */
export const upstreamsOf = (config: WebConfig): Readonly<Record<RoutedService, string>> => ({
  intake: config.INTAKE_URL,
  moderation: config.MODERATION_URL,
  consent: config.CONSENT_URL,
  publisher: config.PUBLISHER_URL,
  partners: config.PARTNERS_URL,
  portal: config.PORTAL_URL,
});
