import type { MigrationClass } from '@accord/database/migration';
import { messagingMigrations } from '@accord/messaging/migrations';

import { Offers1764000000001 } from './migrations/1764000000001-offers.js';
import { ContactKeys1764000000002 } from './migrations/1764000000002-contact-keys.js';
import { Imports1764000000003 } from './migrations/1764000000003-imports.js';
import { OfferEvents1764000000004 } from './migrations/1764000000004-offer-events.js';
import { Subscriptions1764000000005 } from './migrations/1764000000005-subscriptions.js';
import { Reasons1764000000006 } from './migrations/1764000000006-reasons.js';
import { ImportPositions1764000000010 } from './migrations/1764000000010-import-positions.js';
import { ExpiryNotices1764000000011 } from './migrations/1764000000011-expiry-notices.js';
import { Mandates1764000000012 } from './migrations/1764000000012-mandates.js';
import { ImportEndings1764000000013 } from './migrations/1764000000013-import-endings.js';

/** Intake's schema, in order. */
export const migrations: readonly MigrationClass[] = [
  ...messagingMigrations,
  Offers1764000000001,
  ContactKeys1764000000002,
  Imports1764000000003,
  OfferEvents1764000000004,
  Subscriptions1764000000005,
  Reasons1764000000006,
  ImportPositions1764000000010,
  ExpiryNotices1764000000011,
  Mandates1764000000012,
  ImportEndings1764000000013,
];
