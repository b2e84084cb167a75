import { createHash } from 'node:crypto';

/** A publisher process that is up, and whose lanes it runs (`all`, or a list). */
export interface LaneRunner {
  readonly id: string;
  readonly lanes: 'all' | readonly string[];
}

/**
 * Which process runs a partner's lane: among those that may, the one with the highest hash of the pair. Each process works it
 * out for itself and comes to the same result; one that comes or goes moves only its own share.
 */
export function runnerOf(partner: string, runners: readonly LaneRunner[]): string | undefined {
  const weighed = runners
    .filter(({ lanes }) => lanes === 'all' || lanes.includes(partner))
    .map(({ id }) => ({ id, weight: weightOf(id, partner) }));
  weighed.sort((a, b) => (a.weight < b.weight ? 1 : -1));
  return weighed[0]?.id;
}

const weightOf = (id: string, partner: string): string => createHash('sha256').update(`${id}:${partner}`).digest('hex');
