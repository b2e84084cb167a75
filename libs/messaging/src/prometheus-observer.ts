import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

import type { MessagingObserver } from './messaging-observer.js';

const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Figures of messaging. Labels are topics, types and codes, which are few; never a key. */
export function prometheusObserver(registry: Registry): MessagingObserver {
  return { ...sending(registry), ...reading(registry), ...trouble(registry) };
}

function sending(registry: Registry): MessagingObserver {
  const sent = counter(registry, 'events_sent_total', 'Events acknowledged by the broker', ['topic']);
  const seconds = histogram(registry, 'events_send_seconds', 'Time until a batch of events was acknowledged', []);
  const depth = gauge(registry, 'outbox_events', 'Events committed and not yet acknowledged (up to 100,000)', []);
  const age = gauge(registry, 'outbox_oldest_seconds', 'Age of the oldest event in the outbox', []);
  return {
    sent: (counts, took) => {
      for (const [topic, count] of counts) sent.inc({ topic }, count);
      seconds.observe(took);
    },
    outbox: (events, oldestSeconds) => {
      depth.set(events);
      age.set(oldestSeconds);
    },
  };
}

function reading(registry: Registry): MessagingObserver {
  const handled = counter(registry, 'events_handled_total', 'Events whose effects are committed', ['topic']);
  const seconds = histogram(registry, 'events_handle_seconds', 'Time of one transaction of events', ['topic']);
  const lag = gauge(registry, 'consumer_lag_events', 'Events not yet handled', ['topic', 'partition']);
  return {
    committed: (topic, count, took) => {
      handled.inc({ topic }, count);
      seconds.observe({ topic }, took);
    },
    lag: (topic, partition, records) => lag.set({ topic, partition }, records),
  };
}

function trouble(registry: Registry): MessagingObserver {
  const letters = counter(registry, 'dead_letters_total', 'Events set aside', ['topic', 'reason']);
  const postponed = counter(registry, 'events_postponed_total', 'Times a partition waited for a dependency', ['topic']);
  const reemitted = counter(registry, 'events_reemitted_total', 'Events a topic had lost and got again', ['topic']);
  const rebuilds = counter(registry, 'topic_rebuilds_total', 'Times a topic was read anew', ['topic', 'reason']);
  const alarms = counter(registry, 'messaging_alarms_total', 'Someone must look', ['kind', 'topic']);
  return {
    deadLetter: (topic, reason) => letters.inc({ topic, reason }),
    postponed: (topic) => postponed.inc({ topic }),
    reemitted: (topic, count) => reemitted.inc({ topic }, count),
    rebuild: (topic, reason) => rebuilds.inc({ topic, reason }),
    alarm: ({ kind, topic }) => alarms.inc({ kind, topic }),
  };
}

interface Figure<L extends string> {
  readonly registers: Registry[];
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly L[];
}

const figure = <L extends string>(
  registry: Registry,
  name: string,
  help: string,
  labelNames: readonly L[],
): Figure<L> => ({ registers: [registry], name: `accord_${name}`, help, labelNames });

const counter = <L extends string>(...of: Parameters<typeof figure<L>>) => new Counter(figure(...of));
const gauge = <L extends string>(...of: Parameters<typeof figure<L>>) => new Gauge(figure(...of));
const histogram = <L extends string>(...of: Parameters<typeof figure<L>>) =>
  new Histogram({ ...figure(...of), buckets: BUCKETS });
