import { messagingMigrations } from '@accord/messaging/migrations';

import { Postings1764000000000 } from './migrations/1764000000000-postings.js';
import { Attempts1764000000001 } from './migrations/1764000000001-attempts.js';
import { Recalls1764000000002 } from './migrations/1764000000002-recalls.js';

export const migrations = [...messagingMigrations, Postings1764000000000, Attempts1764000000001, Recalls1764000000002];
