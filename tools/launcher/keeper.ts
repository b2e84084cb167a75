import { messageOf } from '../infrastructure/errors.ts';
import type { Exit } from '../infrastructure/child-process.ts';
import type { ProcessIdentity } from '../infrastructure/process-identity.ts';
import type { ChildrenFile } from './children-file.ts';
import { fenceDeadInTime, type ConsentAccess } from './fence.ts';
import { writeJson, type Layout } from './files.ts';
import type { LauncherOptions } from './options.ts';
import type { Progress } from './progress.ts';
import { lastLines } from './run-migrations.ts';
import { pidsFile } from './run-file.ts';
import { CONFIG_REFUSED, type SupervisorEvents } from './supervisor.ts';

const SHOWN_LINES = 15;

export interface KeeperContext {
  readonly layout: Layout;
  readonly children: ChildrenFile;
  readonly options: Pick<LauncherOptions, 'profile'>;
  readonly progress: Progress;
  readonly consent: ConsentAccess;
}

/** What follows from a child's life: the records on disk, the words on the screen, the fence of a dead publisher. */
export class Keeper {
  readonly #context: KeeperContext;
  readonly #refused = new Map<string, string>();
  readonly #stopping = new AbortController();

  constructor(context: KeeperContext) {
    this.#context = context;
  }

  /** Why this service will never be ready; nothing while it may be. */
  refusalOf(name: string): string | undefined {
    return this.#refused.get(name);
  }

  readonly events: SupervisorEvents = {
    started: (name, child) => {
      this.#context.children.started(name, child.identity);
      this.#writePids();
    },
    died: (name, child, exit, nextStartMs) => {
      this.#context.children.ended(name);
      this.#writePids();
      if (!this.#stopping.signal.aborted) this.#afterDeath(name, child.identity, exit, nextStartMs);
    },
    startFailed: (name, error) => this.#say(`${name} could not be started: ${messageOf(error)}`),
    crashLoop: (name) => this.#say(`${name} keeps ending. Its log ends so:\n${this.#log(name)}`),
  };

  /** From now on a death is wanted. */
  stop(): void {
    this.#stopping.abort();
  }

  /** Fences the sessions of publishers that ended before this start, once consent answers. */
  async fenceEarlierPublishers(): Promise<void> {
    await this.#fence(this.#context.children.deadPublishers());
  }

  #afterDeath(name: string, identity: ProcessIdentity, exit: Exit, nextStartMs: number | undefined): void {
    const how = exit.signal === null ? `exit ${exit.code}` : exit.signal;
    if (nextStartMs !== undefined) this.#say(`${name} ended (${how}): starts again in ${nextStartMs / 1000} s`);
    if (exit.code === CONFIG_REFUSED) {
      this.#refused.set(name, `${name} refuses its configuration, see above.`);
      this.#say(`${name} refuses its configuration:\n${this.#log(name)}`);
    }
    if (name.startsWith('publisher')) void this.#fence([identity]);
  }

  async #fence(publishers: readonly ProcessIdentity[]): Promise<void> {
    const fenced = await fenceDeadInTime(this.#context.consent, publishers, this.#stopping.signal);
    if (fenced > 0) this.#say(`fenced ${fenced} ${fenced === 1 ? 'session' : 'sessions'} of publishers that ended`);
  }

  #writePids(): void {
    const { options, layout, children } = this.#context;
    if (options.profile === 'test') writeJson(layout.pids, pidsFile(children.children));
  }

  #log(name: string): string {
    return lastLines(this.#context.layout.log(name), SHOWN_LINES);
  }

  #say(line: string): void {
    this.#context.progress.say(line);
  }
}
