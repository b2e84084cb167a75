import { setTimeout as delay } from 'node:timers/promises';

import type { BenchResults } from './domain/results.js';
import { measureBulk } from './measure/bulk.js';
import { measureIsolation } from './measure/isolation.js';
import { measureLatency } from './measure/latency.js';
import { measurePermits } from './measure/permits.js';
import { measureSearch, type SearchRun } from './measure/search.js';
import { measureSustained } from './measure/sustained.js';
import { measureWithdrawal } from './measure/withdrawal.js';
import type { BenchOptions } from './options.js';
import { type BenchWorld, employers } from './world/bench-world.js';
import { agree, register } from './world/portals.js';
import { usageIn } from './world/usage.js';
import { watched } from './world/usage-watch.js';
import { listen } from './worker/sink.calls.js';

const PORTALS = 75;
const SEEKERS = 20;

/** How long each phase is, in seconds. */
const lengths = {
  full: {
    rest: 10,
    warmUp: 20,
    latency: 60,
    sustained: 40,
    imported: 8_000,
    portals: 40,
    isolation: 30,
    batches: 400,
    withdrawn: 134,
    search: 90,
  },
  quick: {
    rest: 2,
    warmUp: 5,
    latency: 10,
    sustained: 8,
    imported: 1_000,
    portals: 8,
    isolation: 5,
    batches: 50,
    withdrawn: 14,
    search: 15,
  },
};

const RATE = 50;
/** Offers under way while as many as possible are: enough that no part waits for work, few enough that latency stays in seconds. */
const UNDER_WAY = { one: 300, many: 40 };
/** Of what was sustained: a load under which portals that do not answer have something to disturb. */
const SHARE_OF_SUSTAINED = 0.3;

type Say = (line: string) => void;

/** All parts, one after the other, on a system that was just started. */
export class Phases {
  private readonly length: (typeof lengths)['full'];
  private sent = 0;

  constructor(
    private readonly world: BenchWorld,
    private readonly options: BenchOptions,
    private readonly say: Say,
  ) {
    this.length = options.quick ? lengths.quick : lengths.full;
  }

  async run(): Promise<BenchResults> {
    await this.prepare();
    const atRestMb = new Map([...usageIn(this.varDir)].map(([name, { residentMb }]) => [name, residentMb]));
    await this.warmUp();
    const { only } = this.options;
    return {
      atRestMb,
      ...(only.has('latency') && { latency: await this.latency() }),
      ...(only.has('sustained') && { sustained: await this.sustained() }),
      ...(only.has('bulk') && { bulk: await this.bulk() }),
      ...(only.has('portals') && { portals: await this.portals() }),
      ...(only.has('permits') && { permits: await this.permits() }),
      ...(only.has('withdrawal') && { withdrawal: await this.withdrawal() }),
      ...(only.has('search') && { search: await measureSearch(this.world, this.searchRun) }),
    };
  }

  private get varDir(): string {
    return this.world.system.varDir;
  }

  /** Numbers of offers that no phase has used. */
  private get from(): number {
    return (this.sent += 1_000_000);
  }

  /** A directory of 75 portals, one of which the first employer agrees to, and all the second. */
  private async prepare(): Promise<void> {
    const urls = await this.world.sinks.ask(listen, { portals: PORTALS });
    for (const [portal, url] of urls.entries()) await register(this.world, portal, url);
    await agree(this.world, employers.one, [0]);
    await agree(this.world, employers.many, [...urls.keys()]);
    await delay(this.length.rest * 1_000);
  }

  private async warmUp(): Promise<void> {
    this.say('warming up');
    const run = { employer: employers.one, judged: [0], ratePerSecond: 20, seconds: this.length.warmUp };
    await measureLatency(this.world, { ...run, from: this.from });
  }

  private get searchRun(): SearchRun {
    return { ads: this.options.ads, clients: SEEKERS, seconds: this.length.search, say: this.say };
  }

  private latency() {
    const seconds = this.length.latency;
    this.say(`${RATE} offers a second to one portal, ${seconds} s`);
    const run = { employer: employers.one, judged: [0], ratePerSecond: RATE, seconds, from: this.from };
    return watched(this.varDir, () => measureLatency(this.world, run));
  }

  private sustained() {
    const seconds = this.length.sustained;
    this.say(`as many offers as get through to one portal, ${seconds} s`);
    const run = { employer: employers.one, portals: 1, seconds, underWay: UNDER_WAY.one, from: this.from };
    return watched(this.varDir, () => measureSustained(this.world, run));
  }

  private bulk() {
    this.say(`an import of ${this.length.imported} offers`);
    const run = { employer: employers.one, count: this.length.imported, from: this.from };
    return watched(this.varDir, () => measureBulk(this.world, run));
  }

  private permits() {
    const { batches } = this.length;
    this.say(`${batches} batches of permits`);
    return measurePermits(this.world, batches);
  }

  private withdrawal() {
    const { withdrawn: offers } = this.length;
    this.say(`${offers} offers at ${PORTALS} portals, and their agreement withdrawn`);
    const run = { employer: employers.withdrawing, portals: PORTALS, offers, from: this.from, say: this.say };
    return measureWithdrawal(this.world, run);
  }

  private async portals() {
    const seconds = this.length.portals;
    this.say(`as many offers as get through to ${PORTALS} portals, ${seconds} s`);
    const { many: employer } = employers;
    const run = { employer, portals: PORTALS, seconds, underWay: UNDER_WAY.many, from: this.from };
    const figures = await watched(this.varDir, () => measureSustained(this.world, run));
    this.say(`${PORTALS} portals, all well, then one dead and one slow`);
    const isolation = await measureIsolation(this.world, {
      employer,
      portals: PORTALS,
      ratePerSecond: Math.max(0.5, (figures.deliveriesPerSecond / PORTALS) * SHARE_OF_SUSTAINED),
      seconds: this.length.isolation,
      from: this.from,
    });
    return { ...figures, isolation };
  }
}
