import { join } from 'node:path';
import { workspaceRoot } from '../infrastructure/paths.ts';
import type { ServiceDefinition } from '../services.ts';
import { bringUp } from './bring-up.ts';
import { buildAll } from './build.ts';
import { urlOf, type SystemFacts } from './environment.ts';
import { writeJson } from './files.ts';
import { Keeper } from './keeper.ts';
import type { LauncherOptions } from './options.ts';
import { makePlan, type Plan } from './plan.ts';
import { forgetRun, prepareFolder, type PreparedFolder } from './prepare.ts';
import type { Progress } from './progress.ts';
import { runFile } from './run-file.ts';
import { runMigrations } from './run-migrations.ts';
import { Secrets } from './secrets.ts';
import { Supervisor } from './supervisor.ts';

/** What a system is made of, besides its options. */
export interface SystemContext {
  readonly services: readonly ServiceDefinition[];
  /** The environment that the launcher was given. */
  readonly given: NodeJS.ProcessEnv;
  readonly progress: Progress;
  /** Stand-ins for the build and the migrations of this workspace. */
  readonly build?: () => Promise<unknown>;
  readonly migrate?: typeof runMigrations;
}

/** The whole system of one folder: broker, database, every service. */
export class System {
  readonly #options: LauncherOptions;
  readonly #context: SystemContext;
  readonly #interrupted = new AbortController();
  #folder: PreparedFolder | undefined;
  #supervisor: Supervisor | undefined;
  #keeper: Keeper | undefined;

  constructor(options: LauncherOptions, context: SystemContext) {
    this.#options = options;
    this.#context = context;
  }

  /**
   * Returns when every service says that it is ready, and var/run.json is written.
   * @throws AlreadyRunning; Error when something will not come up: then stop() still has to be called
   */
  async start(): Promise<SystemFacts> {
    const { services, progress } = this.#context;
    const folder = await prepareFolder(this.#options, progress);
    this.#folder = folder;
    const { layout, children } = folder;
    const secrets = new Secrets(layout.secrets);
    secrets.prepare(services);
    const plan = await makePlan(services, this.#options);
    const facts = this.#factsOf(plan, folder, secrets);
    const consent = { url: urlOf(facts, 'consent'), token: secrets.serviceToken('launcher') };
    const keeper = new Keeper({ layout, children, options: this.#options, progress, consent });
    const supervisor = new Supervisor(keeper.events);
    this.#keeper = keeper;
    this.#supervisor = supervisor;
    const { build = () => buildAll({ signal: this.#interrupted.signal }), migrate = runMigrations } = this.#context;
    const { fresh } = this.#options;
    await bringUp({ layout, plan, secrets, supervisor, progress, facts, keeper, fresh, build, migrate });
    writeJson(layout.run, runFile(facts, secrets));
    if (services.some(({ name }) => name === 'consent')) void keeper.fenceEarlierPublishers();
    return facts;
  }

  /** Aborted once the system is to end. */
  get ending(): AbortSignal {
    return this.#interrupted.signal;
  }

  /** Ends every child in order; data stays. May be called at any moment of a start. */
  async stop(): Promise<void> {
    await this.#end((supervisor) => supervisor.stop());
  }

  /** Kills every child at once. */
  async kill(): Promise<void> {
    await this.#end((supervisor) => supervisor.killAll());
  }

  async #end(how: (supervisor: Supervisor) => Promise<void>): Promise<void> {
    this.#interrupted.abort();
    this.#keeper?.stop();
    if (this.#supervisor !== undefined) await how(this.#supervisor);
    if (this.#folder === undefined) return;
    forgetRun(this.#folder.layout);
    this.#folder.giveBack();
  }

  #factsOf(plan: Plan, { layout }: PreparedFolder, secrets: Secrets): SystemFacts {
    const { given } = this.#context;
    return {
      profile: this.#options.profile,
      demo: this.#options.demo,
      host: given['HOST'] || '127.0.0.1',
      processes: plan.processes,
      kafkaBrokers: given['KAFKA_BROKERS'] || `127.0.0.1:${plan.brokerPort}`,
      databaseUrl:
        given['DATABASE_URL'] || `postgres://postgres:${secrets.database()}@127.0.0.1:${plan.databasePort}/postgres`,
      layout,
      compileCache: join(workspaceRoot, 'var/compile-cache'),
      given,
    };
  }
}
