import fc from 'fast-check';

import { type LaneFacts, roomOf } from './lane-pace.js';

const lane: LaneFacts = {
  endpoint: 'ready',
  circuit: 'closed',
  tokens: 20,
  concurrency: 8,
  inFlight: 0,
  pausedForMs: 0,
};

describe('the room of a lane', () => {
  it.each<[string, Partial<LaneFacts>, number]>([
    ['is its concurrency', {}, 8],
    ['is less what is in flight', { inFlight: 3 }, 5],
    ['is nothing when all is in flight', { inFlight: 8 }, 0],
    ['is nothing below zero when the limit was lowered', { inFlight: 8, concurrency: 2 }, 0],
    ['is no more than there are tokens', { tokens: 2.9 }, 2],
    ['is nothing while the circuit is open', { circuit: 'open' }, 0],
    ['is one probe while it is half open', { circuit: 'halfOpen' }, 1],
    ['is nothing beside the probe', { circuit: 'halfOpen', inFlight: 1 }, 0],
    ['is nothing without an endpoint', { endpoint: 'absent' }, 0],
    ['is nothing while the endpoint is paused', { endpoint: 'paused' }, 0],
    ['is nothing once the endpoint said it is gone', { endpoint: 'gone' }, 0],
    ['is nothing while the partner asks for a pause', { pausedForMs: 1 }, 0],
  ])('%s', (_name, change, room) => expect(roomOf({ ...lane, ...change })).toBe(room));

  it('never exceeds concurrency or tokens', () =>
    fc.assert(
      fc.property(
        fc.record({
          tokens: fc.double({ min: -5, max: 100, noNaN: true }),
          concurrency: fc.nat(64),
          inFlight: fc.nat(64),
        }),
        (facts) => {
          const room = roomOf({ ...lane, ...facts });
          return (
            room >= 0 && room <= Math.max(0, facts.tokens) && (room === 0 || room + facts.inFlight <= facts.concurrency)
          );
        },
      ),
    ));
});
