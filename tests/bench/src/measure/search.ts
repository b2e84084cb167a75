import { explained, worthShowing } from '../domain/plan.js';
import type { KindOfSearch, SearchFigures, Usage } from '../domain/results.js';
import { summarize } from '../domain/summary.js';
import type { BenchWorld } from '../world/bench-world.js';
import { watched } from '../world/usage-watch.js';
import { explain, fill, type Sample, search, sizes } from '../worker/search.calls.js';

export interface SearchRun {
  /** Put into the index before. */
  readonly ads: number;
  readonly clients: number;
  readonly seconds: number;
  readonly say: (line: string) => void;
}

const SEED = 20_261_115;
/** Of the time that is measured: so long, other searches are made before. */
const WARM_UP = 1 / 3;
const DAY_MS = 86_400_000;

/** Fills the portal's index, then searches it as many seekers do at once. */
export async function measureSearch(
  world: BenchWorld,
  { ads, clients, seconds, say }: SearchRun,
): Promise<SearchFigures & { readonly usage: Usage }> {
  const database = { adminUrl: world.system.run.database, schema: 'portal' };
  say(`${ads} composed ads into the portal's index`);
  // Made until yesterday, for no ad is on show from a moment to come.
  const today = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10);
  const { tookS } = await world.index.ask(fill, { ...database, ads, today });
  say(`${clients} clients that search, ${seconds} s`);
  const run = { url: world.gateway, clients };
  await world.seekers.ask(search, { ...run, seconds: seconds * WARM_UP, seed: SEED - 1 });
  const { usage, samples, errors, ...took } = await watched(world.system.varDir, () =>
    world.seekers.ask(search, { ...run, seconds, seed: SEED }),
  );
  const kinds = [...Map.groupBy(samples, ({ kind }) => kind).values()].map(kindOf);
  const { ads: shown, ...size } = await world.index.ask(sizes, database);
  return {
    ads: shown,
    clients,
    errors: errors.count === 0 ? [] : [`${errors.count} requests failed: ${errors.first.join(' · ')}`],
    answered: summarize(samples.map(({ ms }) => ms)),
    requestsPerSecond: samples.length / took.tookS,
    kinds: await Promise.all(kinds.map((kind) => withPlan(world, database, kind))),
    index: { ...size, filledInS: tookS },
    usage,
  };
}

type Unexplained = Omit<KindOfSearch, 'slowest'> & { readonly slowest: { readonly path: string; readonly ms: number } };

function kindOf(samples: readonly Sample[]): Unexplained {
  const [slowest] = samples.toSorted((a, b) => b.ms - a.ms);
  if (slowest === undefined) throw new Error('nothing was asked');
  const { kind, path, ms } = slowest;
  return {
    kind,
    answered: summarize(samples.map((sample) => sample.ms)),
    found: samples.filter(({ found }) => found).length / samples.length,
    slowest: { path, ms },
  };
}

/** How its slowest request is found, once nobody else searches. Completion is in memory. */
async function withPlan(
  world: BenchWorld,
  database: { readonly adminUrl: string; readonly schema: string },
  { slowest, ...kind }: Unexplained,
): Promise<KindOfSearch> {
  const [path, query = ''] = slowest.path.split('?');
  const told = path === '/v1/ads' ? await world.index.ask(explain, { ...database, query }) : [];
  const plan = worthShowing(told.flatMap((one) => explained(one) ?? []));
  return { ...kind, slowest: { ...slowest, plan } };
}
