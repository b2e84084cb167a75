import { setTimeout as delay } from 'node:timers/promises';

import type { Submitter } from './submitter.js';

/** Many senders that go on at once whenever they are answered, as far as they are allowed to. */
export class Flood {
  private allowed = 0;
  private sent = 0;
  private accepted = 0;
  private ending = false;
  private readonly senders: Promise<void>[];

  constructor(
    private readonly submitter: Submitter,
    private readonly bodyOf: (at: number) => string,
    atOnce: number,
  ) {
    this.senders = Array.from({ length: atOnce }, () => this.send());
  }

  allow(total: number): { sent: number; accepted: number } {
    this.allowed = total;
    return { sent: this.sent, accepted: this.accepted };
  }

  async end(): Promise<number> {
    this.ending = true;
    await Promise.all(this.senders);
    return this.accepted;
  }

  private async send(): Promise<void> {
    while (!this.ending) {
      if (this.sent >= this.allowed) {
        await delay(2);
        continue;
      }
      this.sent += 1;
      if ((await this.submitter.submit(this.bodyOf(this.sent))) !== undefined) this.accepted += 1;
    }
  }
}
