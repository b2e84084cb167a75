import type { BenchResults, LatencyFigures, PermitFigures, SearchFigures, WithdrawalFigures } from './results.js';

/** One figure that was aimed at. */
export interface Goal {
  readonly what: string;
  readonly figure: string;
  readonly goal: string;
  readonly met: boolean;
}

/** What the project aims at on a machine of two cores that holds everything: broker, database, services, load and portals. */
const aims = {
  latencyP50Ms: 100,
  latencyP99Ms: 500,
  offersPerSecond: 200,
  searchP99Ms: 150,
  permitCpuUs: 100,
  withdrawalEffectiveMs: 3_000,
  withdrawalToldMs: 60_000,
} as const;

/** More than this is more than noise: a quarter, or what the eye does not see. */
const NOISE = { ratio: 1.25, ms: 25 };

export function goalsOf({ latency, sustained, bulk, portals, permits, withdrawal, search }: BenchResults): Goal[] {
  return [
    ...(latency === undefined ? [] : latencyGoals(latency)),
    ...(sustained === undefined ? [] : [atLeast('offers sustained, by POST', sustained.deliveriesPerSecond)]),
    ...(bulk === undefined ? [] : [atLeast('offers sustained, by import', bulk.deliveriesPerSecond)]),
    ...(portals === undefined ? [] : [isolationGoal(portals.isolation.healthy, portals.isolation.disturbed)]),
    ...(permits === undefined ? [] : [permitGoal(permits)]),
    ...(withdrawal === undefined ? [] : withdrawalGoals(withdrawal)),
    ...(search === undefined ? [] : [searchGoal(search)]),
  ];
}

const latencyGoals = ({ received }: LatencyFigures): Goal[] => [
  atMost('accepted → received, median', received.p50, aims.latencyP50Ms),
  atMost('accepted → received, 99 of 100', received.p99, aims.latencyP99Ms),
];

const permitGoal = ({ processUs, databaseUs }: PermitFigures): Goal => {
  const us = Math.round(processUs + databaseUs);
  return {
    what: `CPU of a permit, asked for and closed in batches of 100: process ${Math.round(processUs)}, database ${Math.round(databaseUs)}`,
    figure: `${us} µs`,
    goal: `≤ ${aims.permitCpuUs} µs`,
    met: us <= aims.permitCpuUs,
  };
};

const withdrawalGoals = ({ postings, portals, effectiveMs, toldMs }: WithdrawalFigures): Goal[] => {
  const what = `withdrawal of ${postings.toLocaleString('en')} postings at ${portals} portals`;
  return [
    atMost(`${what}, until effectiveAt`, effectiveMs, aims.withdrawalEffectiveMs),
    atMost(`${what}, until the last is told to remove the last`, toldMs, aims.withdrawalToldMs),
  ];
};

const searchGoal = ({ ads, clients, answered }: SearchFigures): Goal =>
  atMost(
    `search among ${ads.toLocaleString('en')} ads, ${clients} clients at once, 99 of 100`,
    answered.p99,
    aims.searchP99Ms,
  );

const atMost = (what: string, ms: number, goal: number): Goal => ({
  what,
  figure: `${Math.round(ms).toLocaleString('en')} ms`,
  goal: `≤ ${goal.toLocaleString('en')} ms`,
  met: ms <= goal,
});

const atLeast = (what: string, perSecond: number): Goal => ({
  what,
  figure: `${Math.round(perSecond)} a second`,
  goal: `≥ ${aims.offersPerSecond} a second`,
  met: perSecond >= aims.offersPerSecond,
});

function isolationGoal({ received: healthy }: LatencyFigures, { received: disturbed }: LatencyFigures): Goal {
  return {
    what: 'what a dead and a slow portal cost the others, median',
    figure: `${Math.round(disturbed.p50 - healthy.p50)} ms`,
    goal: 'nothing beyond noise',
    met: disturbed.p50 <= Math.max(healthy.p50 * NOISE.ratio, healthy.p50 + NOISE.ms),
  };
}
