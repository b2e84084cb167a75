import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedDatabase } from '../infrastructure/embedded-database.ts';
import { startKafkaBroker } from '../infrastructure/kafka-broker.ts';
import { workspaceRoot } from '../infrastructure/paths.ts';

/** The broker and the database that all tests share; each test file has its own topics and schemas in them. */
export interface TestInfrastructure {
  readonly env: { readonly KAFKA_BROKERS: string; readonly DATABASE_URL: string };
  stop(): Promise<void>;
}

const dir = join(workspaceRoot, 'var/test');
// Killing a process loses nothing that the kernel has: what the disk has matters to no test, and syncing it takes a third of the time.
const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '500' };

/** Uses KAFKA_BROKERS and DATABASE_URL (an administrator's) where they are given, and starts its own, empty, where not. */
export async function startTestInfrastructure(
  given: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<TestInfrastructure> {
  rmSync(dir, { recursive: true, force: true });
  const broker = given['KAFKA_BROKERS'] ? undefined : startKafkaBroker({ dir: join(dir, 'kafka'), say });
  const database = given['DATABASE_URL']
    ? undefined
    : startEmbeddedDatabase({ dir: join(dir, 'postgres'), password: 'test', settings, say });
  const [ownBroker, ownDatabase] = await Promise.all([broker, database]);
  return {
    env: {
      KAFKA_BROKERS: ownBroker?.brokers ?? given['KAFKA_BROKERS'] ?? '',
      DATABASE_URL: ownDatabase?.url ?? given['DATABASE_URL'] ?? '',
    },
    stop: async () => void (await Promise.all([ownBroker?.stop(), ownDatabase?.stop()])),
  };
}
