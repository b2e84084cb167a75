import type { MigrationClass } from '@accord/database/migration';
import { messagingMigrations } from '@accord/messaging/migrations';

import { Verifications1764000000001 } from './migrations/1764000000001-verifications.js';
import { Reviews1764000000002 } from './migrations/1764000000002-reviews.js';

/** Moderation's schema, in order. */
export const migrations: readonly MigrationClass[] = [
  ...messagingMigrations,
  Verifications1764000000001,
  Reviews1764000000002,
];
