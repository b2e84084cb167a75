/// <reference path="./opossum-prometheus.d.ts" />
import type { EventEmitter } from 'node:events';

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** All figures of one service; services add their own through it. Labels are bounded sets: never an id, never a text. */
export class Metrics {
  readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status'>;
  readonly inFlight: Gauge;

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
    this.requests = this.histogram(
      'http_request_duration_seconds',
      'Time from the first byte of a request to the last of its answer',
      ['method', 'route', 'status'],
    );
    this.inFlight = new Gauge({
      name: 'http_requests_in_flight',
      help: 'Requests that are being answered',
      registers: [this.registry],
    });
  }

  counter<L extends string>(name: string, help: string, labelNames: readonly L[] = []): Counter<L> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  gauge<L extends string>(name: string, help: string, labelNames: readonly L[] = []): Gauge<L> {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }

  /** @param buckets in seconds; those of requests, if none are given */
  histogram<L extends string>(
    name: string,
    help: string,
    labelNames: readonly L[] = [],
    buckets: number[] = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  ): Histogram<L> {
    return new Histogram({ name, help, labelNames, buckets, registers: [this.registry] });
  }

  requestDone(labels: { method: string; route: string; status: number }, seconds: number): void {
    this.requests.observe(labels, seconds);
  }

  /** Shows a circuit breaker (opossum): its state, and how its calls ended. */
  async watchBreaker(breaker: EventEmitter): Promise<void> {
    this.breakers ??= import('opossum-prometheus').then(
      ({ default: BreakerMetrics }) => new BreakerMetrics({ registry: this.registry }),
    );
    (await this.breakers).add([breaker]);
  }

  private breakers: Promise<{ add(circuits: readonly EventEmitter[]): void }> | undefined;
}
