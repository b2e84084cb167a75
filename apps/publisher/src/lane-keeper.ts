import { Log } from '@accord/service/logging';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';

import { type LaneRunner, runnerOf } from './domain/lane-assignment.js';
import { Heartbeat } from './heartbeat.js';
import { LaneSet } from './lane-set.js';
import { PartnerStore } from './partner.store.js';
import { isProvablyDead } from './process-identity.js';
import { type Runner, RunnerStore } from './runner.store.js';
import { Sleeper } from './sleeper.js';
import { TakeOver } from './take-over.js';

/** What keeping lanes works with. */
@Injectable()
export class LaneParts {
  constructor(
    readonly runners: RunnerStore,
    readonly partners: PartnerStore,
    readonly takeOver: TakeOver,
    readonly heartbeat: Heartbeat,
  ) {}
}

/**
 * Shares the partners out among the publisher processes that are up, and looks after what those that vanished left. Losing
 * touch with the others costs order and speed, never a promise: whatever is sent needs its permit all the same.
 */
@Injectable()
export class LaneKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private oursUntil = 0;
  private readonly sleeper = new Sleeper();
  private stopping = false;
  private loop: Promise<void> | undefined;

  constructor(
    private readonly me: Runner,
    private readonly lanes: LaneSet,
    private readonly parts: LaneParts,
    private readonly log: Log,
  ) {}

  /** The lanes are ours for now; without a sign of life for a while they are not. */
  get holds(): boolean {
    return performance.now() < this.oursUntil;
  }

  onApplicationBootstrap(): void {
    this.loop ??= this.run();
  }

  /** Something of the directory changed. */
  refresh(): void {
    this.sleeper.wake();
  }

  /** At the end of the process: others need not wait for it. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.sleeper.wake();
    await this.loop;
    this.oursUntil = 0;
    await this.lanes.close();
    await this.parts.runners.remove([this.me.id]).catch(() => undefined);
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      await this.beat().catch((cause: unknown) => this.log.warn('lanes.no-beat', { cause }));
      await this.sleeper.sleep(this.parts.heartbeat.everyMs);
    }
  }

  /** Tells that this process is up and takes its share. */
  private async beat(): Promise<void> {
    const { runners, partners, takeOver, heartbeat } = this.parts;
    const at = performance.now();
    const live = await this.withoutDead(await runners.beat(this.me));
    const settings = await partners.all();
    const share = settings.map(({ partner }) => partner).filter((partner) => this.isMine(partner, live));
    const taken = new Set(await runners.takeLanes(this.me.id, share));
    await this.lanes.run(settings.filter(({ partner }) => taken.has(partner)));
    this.oursUntil = at + heartbeat.holdsMs;
    await runners.leaveLanes(this.me.id, this.lanes.partners);
    const released = await takeOver.execute(live.map(({ id }) => id));
    if (released > 0) this.log.warn('posting.taken-over', { count: released });
  }

  private isMine(partner: string, live: readonly LaneRunner[]): boolean {
    return runnerOf(partner, live) === this.me.id;
  }

  private async withoutDead(runners: readonly Runner[]): Promise<Runner[]> {
    const dead = runners.filter(({ id, process }) => id !== this.me.id && isProvablyDead(process)).map(({ id }) => id);
    if (dead.length > 0) await this.parts.runners.remove(dead);
    return runners.filter(({ id }) => !dead.includes(id));
  }
}
