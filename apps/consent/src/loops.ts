import { Log } from '@accord/service/logging';
import { Loop, type Turn } from '@accord/service/loop';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

/** The work of this process that nobody calls for. It starts when the service is ready, and ends with the turn under way. */
@Injectable()
export class Loops implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly all: Loop[] = [];
  private readonly woken: Loop[] = [];

  constructor(private readonly log: Log) {}

  /** `wakes`: it also looks whenever something was committed that may concern it. */
  add(name: string, everyMs: number, turn: Turn, when: 'at-intervals' | 'wakes'): void {
    const loop = new Loop(name, everyMs, turn, this.log);
    this.all.push(loop);
    if (when === 'wakes') this.woken.push(loop);
  }

  /** Something was committed. Loops look by themselves too, for what other instances left. */
  wake(): void {
    for (const loop of this.woken) loop.wake();
  }

  onApplicationBootstrap(): void {
    for (const loop of this.all) loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.all.map((loop) => loop.stop()));
  }
}
