import { startEmbeddedDatabase } from '../infrastructure/embedded-database.ts';
import { launchKafkaBroker } from '../infrastructure/kafka-broker.ts';
import { MARK } from './environment.ts';
import type { Layout } from './files.ts';
import type { Plan } from './plan.ts';
import type { Progress } from './progress.ts';
import type { Secrets } from './secrets.ts';
import type { Supervisor } from './supervisor.ts';

/** What the base of a system is made with. */
export interface BaseContext {
  readonly layout: Layout;
  readonly plan: Plan;
  readonly secrets: Secrets;
  readonly supervisor: Supervisor;
  readonly progress: Progress;
}

// After every service.
const STOPS = 9;

/** Starts a broker of our own, keeps it, and waits until it accepts clients. */
export async function startBroker({ layout, plan, supervisor, progress }: BaseContext): Promise<void> {
  const broker = await launchKafkaBroker({
    dir: layout.kafka,
    port: plan.brokerPort,
    controllerPort: plan.controllerPort,
    logFile: layout.log('broker'),
    detached: true,
    env: { [MARK]: layout.root },
    say: (line) => progress.say(line),
  });
  const start = async () => {
    await broker.start();
    return broker.process;
  };
  await supervisor.adopt({ name: 'broker', start, stops: STOPS }, broker.process);
  await broker.ready();
}

/** Starts a database of our own, keeps it, and waits until it accepts clients. */
export async function startDatabase({ layout, plan, secrets, supervisor, progress }: BaseContext): Promise<void> {
  const database = await startEmbeddedDatabase({
    dir: layout.postgres,
    password: secrets.database(),
    port: plan.databasePort,
    logFile: layout.log('database'),
    detached: true,
    env: { [MARK]: layout.root },
    say: (line) => progress.say(line),
  });
  const start = async () => {
    await database.start();
    return database.process;
  };
  await supervisor.adopt({ name: 'database', start, stops: STOPS, stopSignal: 'SIGINT' }, database.process);
}
