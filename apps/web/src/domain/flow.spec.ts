import { flowOf } from './flow.js';
import { readFigures } from './metrics-text.js';

const text = (requests: number, handled: number, lag: number): string => `
# HELP http_request_duration_seconds Time
# TYPE http_request_duration_seconds histogram
http_request_duration_seconds_bucket{le="0.1",method="GET",route="/v1/ads",status="200",service="portal"} 3
http_request_duration_seconds_count{method="GET",route="/v1/ads",status="200",service="portal"} ${requests}
http_request_duration_seconds_count{method="GET",route="/health/ready",status="200",service="portal"} 999
http_request_duration_seconds_count{method="GET",route="/v1/ads/:id",status="500",service="portal"} 4
accord_events_handled_total{topic="publication.decisions"} ${handled}
accord_consumer_lag_events{topic="publication.decisions",partition="0"} ${lag}
accord_consumer_lag_events{topic="publication.decisions",partition="1"} 2
accord_outbox_events 7
accord_outbox_oldest_seconds 1.5
process_resident_memory_bytes 1.5728640e+8
odd{a="x\\"y\\\\z\\n",b="}"} NaN 1700000000000
not a figure
`;
const at = (atMs: number, body: string | undefined) => ({
  atMs,
  figures: body === undefined ? undefined : readFigures(body),
});

describe('figures of a service', () => {
  it('are read with their labels, whatever stands in them', () =>
    expect(readFigures(text(1, 1, 1)).find(({ name }) => name === 'odd')).toEqual({
      name: 'odd',
      labels: { a: 'x"y\\z\n', b: '}' },
      value: NaN,
    }));
  it('that are no figures are none', () => expect(readFigures('<html>')).toEqual([]));
});

describe('the flow through a service', () => {
  it('has rates between two samples, without probes, and the state at the last', () =>
    expect(flowOf('portal', at(0, text(10, 100, 5)), at(10_000, text(60, 350, 3)))).toEqual({
      service: 'portal',
      state: 'up',
      requestsPerS: 5,
      errorsPerS: 0,
      eventsSentPerS: 0,
      eventsHandledPerS: 25,
      outbox: { events: 7, oldestS: 1.5 },
      lag: { 'publication.decisions': 5 },
      deadLetters: 0,
      alarms: 0,
      memoryMb: 150,
    }));

  it('counts from nothing when the process has begun anew', () =>
    expect(flowOf('portal', at(0, text(1_000, 5_000, 0)), at(10_000, text(16, 50, 0)))).toMatchObject({
      requestsPerS: 2,
      eventsHandledPerS: 5,
    }));

  it('has no rates after one sample alone', () =>
    expect(flowOf('portal', undefined, at(0, text(10, 10, 0)))).toMatchObject({
      state: 'up',
      requestsPerS: 0,
      eventsHandledPerS: 0,
    }));

  it('of one that is away is not made up', () =>
    expect(flowOf('portal', at(0, text(1, 1, 1)), at(1, undefined))).toEqual({ service: 'portal', state: 'away' }));
});
