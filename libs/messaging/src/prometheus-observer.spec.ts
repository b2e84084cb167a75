import { Registry } from 'prom-client';

import { prometheusObserver } from './prometheus-observer.js';

it('what messaging does shows in figures that name no key', async () => {
  const registry = new Registry();
  const observer = prometheusObserver(registry);
  observer.sent?.(new Map([['offers', 3]]), 0.01);
  observer.outbox?.(7, 1.5);
  observer.committed?.('offers', 5, 0.02);
  observer.lag?.('offers', 2, 40);
  observer.deadLetter?.('offers', 'not-json');
  observer.postponed?.('offers');
  observer.reemitted?.('offers', 2);
  observer.rebuild?.('offers', 'other-cluster');
  observer.alarm?.({ kind: 'owner-restored', topic: 'offers', key: 'secret-key', because: 'x' });
  const text = await registry.metrics();
  for (const line of [
    'accord_events_sent_total{topic="offers"} 3',
    'accord_outbox_events 7',
    'accord_outbox_oldest_seconds 1.5',
    'accord_events_handled_total{topic="offers"} 5',
    'accord_consumer_lag_events{topic="offers",partition="2"} 40',
    'accord_dead_letters_total{topic="offers",reason="not-json"} 1',
    'accord_events_postponed_total{topic="offers"} 1',
    'accord_events_reemitted_total{topic="offers"} 2',
    'accord_topic_rebuilds_total{topic="offers",reason="other-cluster"} 1',
    'accord_messaging_alarms_total{kind="owner-restored",topic="offers"} 1',
  ])
    expect(text).toContain(line);
  expect(text).not.toContain('secret-key');
});
