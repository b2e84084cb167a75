import { startBroker, startDatabase, type BaseContext } from './base.ts';
import { emptyBroker } from './empty-broker.ts';
import { urlOf, type SystemFacts } from './environment.ts';
import type { Keeper } from './keeper.ts';
import type { PlannedProcess } from './plan.ts';
import { untilReady } from './readiness.ts';
import { serviceChild } from './service-child.ts';

export interface BringUpContext extends BaseContext {
  readonly facts: SystemFacts;
  readonly keeper: Keeper;
  /** Empty what is not ours alone, too: the given database and broker. */
  readonly fresh: boolean;
  readonly build: () => Promise<unknown>;
  readonly migrate: (facts: SystemFacts, options: { readonly empty: boolean }) => Promise<void>;
}

const READY_WITHIN_MS = 180_000;

/**
 * Brings everything up, as much at once as can be: services load while the broker boots and the database is migrated, and
 * wait for both by themselves.
 * @throws Error when something will not come up
 */
export async function bringUp(context: BringUpContext): Promise<void> {
  const { facts, progress } = context;
  const built = progress.step('services built', context.build);
  const broker = given(facts, 'KAFKA_BROKERS')
    ? built.then(() => useBroker(context))
    : progress.step(`broker ready on ${facts.kafkaBrokers}`, () => startBroker(context));
  const database = given(facts, 'DATABASE_URL')
    ? Promise.resolve()
    : progress.step(`database ready on ${new URL(facts.databaseUrl).host}`, () => startDatabase(context));
  const migrated = Promise.all([built, database]).then(() => migrateAll(context));
  // A given broker that is to be emptied must not be written to before.
  const services = Promise.all([built, context.fresh ? broker : undefined]).then(() => startServices(context));
  await Promise.all([broker, database, migrated, services]);
}

async function startServices(context: BringUpContext): Promise<void> {
  await Promise.all(context.facts.processes.map((planned) => startService(planned, context)));
}

async function startService(planned: PlannedProcess, context: BringUpContext): Promise<void> {
  const { facts, secrets, supervisor, keeper, progress } = context;
  await supervisor.keep(serviceChild(planned, facts, secrets));
  const url = urlOf(facts, planned.name);
  await untilReady(planned.name, url, {
    timeoutMs: READY_WITHIN_MS,
    giveUp: () => keeper.refusalOf(planned.name) ?? (supervisor.stopping ? 'Stopped before it was ready.' : undefined),
  });
  progress.say(`${planned.name} ready on ${url}`);
}

async function migrateAll({ facts, fresh, progress, migrate }: BringUpContext): Promise<void> {
  const empty = fresh && given(facts, 'DATABASE_URL');
  await progress.step('database migrated', () => migrate(facts, { empty }));
}

async function useBroker({ facts, fresh, progress }: BringUpContext): Promise<void> {
  const deleted = fresh ? await emptyBroker(facts) : [];
  progress.say(`uses the broker ${facts.kafkaBrokers}${deleted.length > 0 ? `, without ${deleted.join(', ')}` : ''}`);
}

function given({ given: env }: SystemFacts, name: string): boolean {
  return (env[name] ?? '') !== '';
}
