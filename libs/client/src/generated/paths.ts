// Made from the OpenAPI documents: npm run client:write.

import type { paths as consent } from './consent.js';
import type { paths as intake } from './intake.js';
import type { paths as moderation } from './moderation.js';
import type { paths as partners } from './partners.js';
import type { paths as portal } from './portal.js';
import type { paths as publisher } from './publisher.js';

/** Every call of every service, by its path. */
export interface Paths extends consent, intake, moderation, partners, portal, publisher {}
