import type { MigrationClass } from '@accord/database/migration';

import { Messaging1700000000001 } from './migrations/1700000000001-messaging.js';

/** The tables of messaging, in every service's schema: `migrations = [...messagingMigrations, ...own]`. */
export const messagingMigrations: readonly MigrationClass[] = [Messaging1700000000001];
