import { setTimeout as wait } from 'node:timers/promises';

import { flowOf, type Sample, type ServiceFlow } from './domain/flow.js';
import { readFigures } from './domain/metrics-text.js';
import { type RoutedService, routedServices } from './domain/routes.js';
import type { ServiceAsker } from './service-asker.js';

export interface Flow {
  readonly at: string;
  /** What the rates are taken over. */
  readonly windowS: number;
  readonly services: readonly ServiceFlow[];
}

interface Round {
  readonly atMs: number;
  readonly samples: ReadonlyMap<RoutedService, Sample>;
}

/** Rates over less than this are noise; older rounds are forgotten. */
const SHORTEST_MS = 1_000;
const LONGEST_MS = 60_000;

/** Reads the services' own figures when somebody asks, and rates between one look and an earlier one. */
export class FlowSampler {
  private rounds: readonly Round[] = [];

  constructor(private readonly asker: ServiceAsker) {}

  async flow(): Promise<Flow> {
    const earlier = this.usable(Date.now()) ?? (await this.first());
    const latest = await this.look();
    return {
      at: new Date(latest.atMs).toISOString(),
      windowS: (latest.atMs - earlier.atMs) / 1_000,
      services: routedServices.map((name) => flowOf(name, earlier.samples.get(name), sampleOf(latest, name))),
    };
  }

  /** Nobody has looked lately: looks twice, a moment apart. */
  private async first(): Promise<Round> {
    const round = await this.look();
    await wait(SHORTEST_MS);
    return round;
  }

  /** The oldest that is young enough. */
  private usable(now: number): Round | undefined {
    this.rounds = this.rounds.filter(({ atMs }) => now - atMs <= LONGEST_MS);
    return this.rounds.find(({ atMs }) => now - atMs >= SHORTEST_MS);
  }

  private async look(): Promise<Round> {
    const atMs = Date.now();
    const samples = await Promise.all(
      routedServices.map(async (name) => {
        const text = await this.asker.text(name, '/metrics');
        return [name, { atMs, figures: text === undefined ? undefined : readFigures(text) }] as const;
      }),
    );
    const round = { atMs, samples: new Map(samples) };
    this.rounds = [...this.rounds, round].slice(-60);
    return round;
  }
}

const sampleOf = ({ atMs, samples }: Round, name: RoutedService): Sample =>
  samples.get(name) ?? { atMs, figures: undefined };
