import { isTransient } from '@accord/database/transient';
import { Log } from '@accord/service/logging';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

import { type Claimed, ClaimStore } from './claim.store.js';
import type { Lane } from './lane.js';
import { LaneKeeper } from './lane-keeper.js';
import { LaneSet } from './lane-set.js';
import { PermitSession } from './permit-session.js';
import { SendPosting } from './send-posting.js';
import { Sleeper } from './sleeper.js';

/** Between two claims: what ends meanwhile makes the next one larger. */
const SPACING_MS = 8;
const POLL_MIN_MS = 20;
/** How late a posting is noticed that nobody told of: one whose wait is over, or that another process made. */
const POLL_MAX_MS = 500;
const TOLD_EVERY_MS = 30_000;

/** Says whether anything may be sent at all. */
@Injectable()
export class DispatchGate {
  private toldAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly session: PermitSession,
    private readonly keeper: LaneKeeper,
    private readonly log: Log,
  ) {}

  /** Nothing could be claimed: mostly the database is away. Told once in a while. */
  failed(cause: unknown): void {
    if (performance.now() - this.toldAt < TOLD_EVERY_MS) return;
    this.toldAt = performance.now();
    if (isTransient(cause)) this.log.warn('posting.claim-failed', { cause });
    else this.log.error('posting.claim-failed', cause);
  }

  get isOpen(): boolean {
    return this.session.usable !== undefined && this.keeper.holds;
  }
}

/**
 * Fills the lanes with what is due: one claim for all that have room, again whenever one gets some. A lane that has nothing due
 * is left alone until it is told of something, or until the next poll.
 */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, OnModuleDestroy {
  /** Partners that may have something due. */
  private readonly hot = new Set<string>();
  private readonly sleeper = new Sleeper();
  private pollMs = POLL_MIN_MS;
  private polledAt = 0;
  private claimedAt = 0;
  private stopping = false;
  private loop: Promise<void> | undefined;
  private readonly sending = new Set<Promise<void>>();

  constructor(
    private readonly claims: ClaimStore,
    private readonly lanes: LaneSet,
    private readonly send: SendPosting,
    private readonly gate: DispatchGate,
  ) {}

  onApplicationBootstrap(): void {
    this.loop ??= this.run();
  }

  /** Claims no more; what is under way ends as it would. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    this.sleeper.wake();
    await this.loop;
    await Promise.all(this.sending);
  }

  /** Something is, or may be, due at these partners. */
  wake(partners: Iterable<string>): void {
    for (const partner of partners) this.hot.add(partner);
    this.sleeper.wake();
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        const claimed = await this.pass();
        this.pollMs = claimed > 0 ? POLL_MIN_MS : Math.min(this.pollMs * 2, POLL_MAX_MS);
      } catch (error) {
        this.pollMs = POLL_MAX_MS;
        this.gate.failed(error);
      }
      await this.sleeper.sleep(this.restMs());
    }
  }

  private async pass(): Promise<number> {
    if (!this.gate.isOpen) return 0;
    await pause(this.claimedAt + SPACING_MS - performance.now());
    this.pollInTime();
    const lanes = this.lanesWithRoom();
    if (lanes.size === 0) return 0;
    this.claimedAt = performance.now();
    // Told of something from here on, a lane is looked at again.
    for (const partner of lanes.keys()) this.hot.delete(partner);
    const rooms = [...lanes].map(([partner, { room }]) => ({ partner, room }));
    const claimed = await this.claims.claim(rooms);
    for (const one of claimed) this.begin(one, lanes.get(one.posting.partner)?.lane);
    const counts = countBy(claimed);
    for (const { partner, room } of rooms) if (counts.get(partner) === room) this.hot.add(partner);
    return claimed.length;
  }

  private pollInTime(): void {
    const now = performance.now();
    if (now - this.polledAt < this.pollMs) return;
    this.polledAt = now;
    for (const { partner } of this.lanes.all()) this.hot.add(partner);
  }

  private lanesWithRoom(): Map<string, { readonly lane: Lane; readonly room: number }> {
    const hot = this.lanes.all().filter(({ partner }) => this.hot.has(partner));
    return new Map(
      hot.map((lane) => [lane.partner, { lane, room: lane.room() }] as const).filter(([, { room }]) => room > 0),
    );
  }

  private begin(claimed: Claimed, lane: Lane | undefined): void {
    if (lane === undefined) return;
    const sending = this.sendOne(claimed, lane).finally(() => this.sending.delete(sending));
    this.sending.add(sending);
  }

  private async sendOne(claimed: Claimed, lane: Lane): Promise<void> {
    const again = () => this.wake([lane.partner]);
    const { dueInMs } = await this.send.execute(claimed, lane);
    again();
    if (dueInMs !== undefined && dueInMs < POLL_MAX_MS) setTimeout(again, dueInMs + 1).unref();
  }

  /** Until the next poll, or until a lane that waits for its rate has room again. */
  private restMs(): number {
    const hot = this.lanes.all().filter(({ partner }) => this.hot.has(partner));
    return Math.min(this.pollMs, ...hot.flatMap((lane) => lane.waitMs() ?? []));
  }
}

function countBy(claimed: readonly Claimed[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { posting } of claimed) counts.set(posting.partner, (counts.get(posting.partner) ?? 0) + 1);
  return counts;
}

const pause = async (ms: number): Promise<void> => {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
};
