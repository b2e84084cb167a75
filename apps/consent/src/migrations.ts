import type { MigrationClass } from '@accord/database/migration';
import { messagingMigrations } from '@accord/messaging/migrations';

import { Agreements1764000000001 } from './migrations/1764000000001-agreements.js';
import { Offers1764000000002 } from './migrations/1764000000002-offers.js';
import { Permits1764000000003 } from './migrations/1764000000003-permits.js';
import { Work1764000000004 } from './migrations/1764000000004-work.js';
import { Wordings1764000000005 } from './migrations/1764000000005-wordings.js';
import { Terms1764000000006 } from './migrations/1764000000006-terms.js';
import { LedgerTree1764000000007 } from './migrations/1764000000007-ledger-tree.js';

export const migrations: readonly MigrationClass[] = [
  ...messagingMigrations,
  Agreements1764000000001,
  Offers1764000000002,
  Permits1764000000003,
  Work1764000000004,
  Wordings1764000000005,
  Terms1764000000006,
  LedgerTree1764000000007,
];
