import fc from 'fast-check';

import { afterDelivery, type DeliveryFacts, type DeliveryResult, type NextStep } from './after-delivery.js';

const DAY = 86_400_000;
const even = { scale: 1, random: 0.5 };
const given = (result: DeliveryResult, change: Partial<DeliveryFacts> = {}) => ({
  then: (step: NextStep) =>
    expect(
      afterDelivery(result, { attempts: 1, failingForMs: 0, othersSucceed: false, pace: even, ...change }),
    ).toEqual(step),
});
const failed = (change: object = {}): DeliveryResult => ({ kind: 'failed', error: 'no', outage: true, ...change });

describe('a delivery', () => {
  it('that arrived is done', () => given({ kind: 'delivered', status: 204 }).then({ delivery: { kind: 'delivered' } }));
  it('that failed is tried again after 5 s', () => given(failed()).then({ delivery: { kind: 'retry', inMs: 5_000 } }));
  it('waits as long as it was asked to, and the endpoint with it', () =>
    given(failed({ status: 503, retryAfterMs: 60_000 })).then({
      delivery: { kind: 'retry', inMs: 60_000 },
      holdMs: 60_000,
    }));
  it('of which a 404 asks for a pause waits alone', () =>
    given(failed({ status: 404, retryAfterMs: 60_000 })).then({ delivery: { kind: 'retry', inMs: 60_000 } }));
  it('to an endpoint that is gone waits for its employer', () =>
    given({ kind: 'gone', status: 410 }).then({ delivery: { kind: 'retry', inMs: 0 }, pause: 'gone' }));
  it('that alone is refused to the end is given up', () =>
    given(failed({ status: 422 }), { attempts: 11, othersSucceed: true }).then({ delivery: { kind: 'failed' } }));
  it('that is refused like all others goes on to be tried', () =>
    given(failed({ status: 422 }), { attempts: 11, failingForMs: 4 * DAY }).then({
      delivery: { kind: 'retry', inMs: DAY },
    }));
  it('to an endpoint without a success for five days waits for its employer', () =>
    given(failed(), { attempts: 13, failingForMs: 5 * DAY + 1 }).then({
      delivery: { kind: 'retry', inMs: DAY },
      pause: 'failing',
    }));
  it('is never lost to an outage', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400 * DAY), (attempts, failingForMs) => {
        const step = afterDelivery(failed(), { attempts, failingForMs, othersSucceed: false, pace: even });
        return step.delivery.kind === 'retry';
      }),
    ));
});
