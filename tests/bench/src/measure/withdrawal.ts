import { setTimeout as delay } from 'node:timers/promises';

import { z } from 'zod';

import { complaints } from '../domain/complaints.js';
import type { Usage, WithdrawalFigures } from '../domain/results.js';
import { ArrivalsLog } from '../world/arrivals-log.js';
import { type BenchWorld, type Employer } from '../world/bench-world.js';
import { agree } from '../world/portals.js';
import { watched } from '../world/usage-watch.js';
import { nowUs } from '../worker/clock.js';
import { importOffers } from '../worker/load.calls.js';
import { removals } from '../worker/sink.calls.js';

export interface WithdrawalRun {
  readonly employer: Employer;
  /** All there are: the employer agrees to each. */
  readonly portals: number;
  readonly offers: number;
  readonly from: number;
  readonly say: (line: string) => void;
}

const LOOK_EVERY_MS = 50;
/** So long nothing may come before it is said that the rest is lost. */
const PATIENCE_MS = 60_000;

const stopState = z.object({
  state: z.enum(['stopped', 'stopping']),
  stop: z.uuid(),
  effectiveAt: z.iso.datetime().optional(),
});
type StopState = z.infer<typeof stopState>;

/** Offers on show at every portal; then their agreement is withdrawn. Only what follows the withdrawal is measured. */
export async function measureWithdrawal(
  world: BenchWorld,
  run: WithdrawalRun,
): Promise<WithdrawalFigures & { readonly usage: Usage }> {
  const agreement = await agree(
    world,
    run.employer,
    Array.from({ length: run.portals }, (_, portal) => portal),
  );
  const { offers, errors } = await putOnShow(world, run);
  run.say('withdrawing');
  const figures = await watched(world.system.varDir, () =>
    withdraw(world, run.employer, agreement, offers * run.portals),
  );
  return { ...figures, offers, portals: run.portals, errors: [...errors, ...figures.errors] };
}

async function putOnShow(world: BenchWorld, { employer, portals, offers: count, from }: WithdrawalRun) {
  await new ArrivalsLog(world).collect();
  const sent = await world.load.ask(importOffers, { ...(await world.sender(employer)), from, count });
  const log = new ArrivalsLog(world);
  const expected = sent.created * portals;
  await log.whileGrowing(() => log.size < expected, PATIENCE_MS);
  const all = Array.from({ length: portals }, (_, portal) => portal);
  const wrong = { refused: sent.errors, lost: expected - log.size, twice: log.duplicates(all) };
  return { offers: sent.created, errors: complaints(wrong) };
}

async function withdraw(world: BenchWorld, { id, siret }: Employer, agreement: string, postings: number) {
  const caller = await world.as({ id, role: 'employer', sirets: [siret] });
  const before = await world.sinks.ask(removals, undefined);
  const began = { at: Date.now(), us: nowUs() };
  let state: StopState = stopState.parse((await caller.post(`/v1/agreements/${agreement}/withdrawal`)).body);
  const answeredMs = (nowUs() - began.us) / 1_000;
  const told = await allTold(world, before.count + postings);
  while (state.effectiveAt === undefined) {
    await delay(LOOK_EVERY_MS);
    state = await caller.read(`/v1/stops/${state.stop}`, stopState);
  }
  const lost = before.count + postings - told.count;
  return {
    postings,
    answeredMs,
    // The database's clock and ours are one: all runs on this machine.
    effectiveMs: Date.parse(state.effectiveAt) - began.at,
    toldMs: (told.lastUs - began.us) / 1_000,
    errors: lost === 0 ? [] : [`${lost} of ${postings} removals did not come, or came again`],
  };
}

/** Waits until so many removals have come to the portals, or none did for a while. */
async function allTold(world: BenchWorld, expected: number): Promise<{ count: number; lastUs: number }> {
  let last = { count: -1, at: performance.now() };
  for (;;) {
    const told = await world.sinks.ask(removals, undefined);
    if (told.count > last.count) last = { count: told.count, at: performance.now() };
    if (told.count >= expected || performance.now() - last.at > PATIENCE_MS) return told;
    await delay(LOOK_EVERY_MS);
  }
}
