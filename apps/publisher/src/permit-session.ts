import type { Log } from '@accord/service/logging';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';

import type { ConsentClient, OpenSession } from './consent.client.js';
import { isProvablyDead, ownIdentity } from './process-identity.js';
import { Sleeper } from './sleeper.js';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 3_000;
/** Consent away for longer than this is someone's business: nothing is sent meanwhile. */
const ALARM_MS = 30_000;

/**
 * This process as consent knows it. Opened before any permit is asked for; when consent has closed it, nothing of it may be
 * under way any more, and another is opened. Looks after dead publishers of this host too, so that no stop waits for them.
 */
export class PermitSession implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private session: string | undefined;
  private reachable = false;
  private awaySince = performance.now();
  private alarmed = false;
  private stopping = false;
  private readonly sleeper = new Sleeper();
  private loop: Promise<void> | undefined;

  constructor(
    private readonly consent: ConsentClient,
    private readonly log: Log,
    /** Called when the session is over: whatever is under way must end. */
    private readonly onLost: () => Promise<void>,
    private readonly lookMs: number,
  ) {}

  /** To ask permits under; none while there is no session or consent does not answer. */
  get usable(): string | undefined {
    return this.reachable ? this.session : undefined;
  }

  onApplicationBootstrap(): void {
    this.loop ??= this.run();
  }

  /** It stays open: no permit of it is, and the next process of this host closes it. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.sleeper.wake();
    await this.loop;
  }

  /** An ask was not answered: nothing is asked until consent is seen again. */
  consentIsAway(): void {
    if (!this.reachable) return;
    this.reachable = false;
    this.awaySince = performance.now();
    this.sleeper.wake();
  }

  /** Consent said that it does not know this session. */
  async isOver(session: string): Promise<void> {
    if (this.session !== session) return;
    this.session = undefined;
    this.log.warn('permit.session-lost', { session });
    this.sleeper.wake();
    await this.onLost();
  }

  private async run(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (!this.stopping) {
      const done = await this.look();
      pauseMs = done ? FIRST_PAUSE_MS : Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      await this.sleeper.sleep(done ? this.lookMs : pauseMs);
    }
  }

  private async look(): Promise<boolean> {
    try {
      const open = await this.consent.openSessions();
      const own = this.session;
      if (own !== undefined && !open.some(({ session }) => session === own)) await this.isOver(own);
      await this.fenceDead(open);
      if (this.session === undefined) await this.open();
      this.reachable = true;
      this.alarmed = false;
      return true;
    } catch (cause) {
      this.consentIsAway();
      this.alarm(cause);
      return false;
    }
  }

  private async open(): Promise<void> {
    this.session = await this.consent.openSession(ownIdentity());
    this.log.info('permit.session-opened', { session: this.session });
  }

  private async fenceDead(open: readonly OpenSession[]): Promise<void> {
    for (const one of open.filter(({ process }) => isProvablyDead(process))) {
      await this.consent.fence(one);
      this.log.info('permit.session-fenced', { session: one.session, pid_of: one.process.pid });
    }
  }

  private alarm(cause: unknown): void {
    if (this.alarmed || performance.now() - this.awaySince < ALARM_MS) return;
    this.alarmed = true;
    this.log.error('permit.consent-away', cause, { effect: 'nothing is sent to any partner' });
  }
}
