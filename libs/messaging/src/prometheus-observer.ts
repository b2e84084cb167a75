import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

import type { MessagingObserver } from './messaging-observer.js';

const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Figures of messaging. Labels are topics, types and codes, which are few; never a key. */
export function prometheusObserver(registry: Registry): MessagingObserver {
  const registers = [registry];
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name: `accord_${name}`, help, labelNames, registers });
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Gauge({ name: `accord_${name}`, help, labelNames, registers });
  const histogram = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Histogram({ name: `accord_${name}`, help, labelNames, buckets: BUCKETS, registers });

  const sent = counter('events_sent_total', 'Events acknowledged by the broker', ['topic']);
  const sendSeconds = histogram('events_send_seconds', 'Time until a batch of events was acknowledged', []);
  const depth = gauge('outbox_events', 'Events committed and not yet acknowledged (counted up to 100,000)', []);
  const age = gauge('outbox_oldest_seconds', 'Age of the oldest event in the outbox', []);
  const handled = counter('events_handled_total', 'Events whose effects are committed', ['topic']);
  const handleSeconds = histogram('events_handle_seconds', 'Time of one transaction of events', ['topic']);
  const letters = counter('dead_letters_total', 'Events set aside', ['topic', 'reason']);
  const postponed = counter('events_postponed_total', 'Times a partition waited for a dependency', ['topic']);
  const lag = gauge('consumer_lag_events', 'Events not yet handled', ['topic', 'partition']);
  const reemitted = counter('events_reemitted_total', 'Events a topic had lost and got again', ['topic']);
  const rebuilds = counter('topic_rebuilds_total', 'Times a topic was read anew from its start', ['topic', 'reason']);
  const alarms = counter('messaging_alarms_total', 'Someone must look', ['kind', 'topic']);
  return {
    sent: (counts, seconds) => {
      for (const [topic, count] of counts) sent.inc({ topic }, count);
      sendSeconds.observe(seconds);
    },
    outbox: (events, oldestSeconds) => {
      depth.set(events);
      age.set(oldestSeconds);
    },
    committed: (topic, count, seconds) => {
      handled.inc({ topic }, count);
      handleSeconds.observe({ topic }, seconds);
    },
    deadLetter: (topic, reason) => letters.inc({ topic, reason }),
    postponed: (topic) => postponed.inc({ topic }),
    lag: (topic, partition, records) => lag.set({ topic, partition }, records),
    reemitted: (topic, count) => reemitted.inc({ topic }, count),
    rebuild: (topic, reason) => rebuilds.inc({ topic, reason }),
    alarm: ({ kind, topic }) => alarms.inc({ kind, topic }),
  };
}
