import type { Connection } from '@accord/database/connection';
import { keptPlan } from '@accord/database/statement-names';
import { Logger } from '@nestjs/common';

import { RecordsRefused, type OutgoingRecord, type RecordSender } from './kafka-port.js';
import { headerBytes, type OutboxRow } from './outbox.store.js';
import type { RelayOptions } from './relay-options.js';

type WaitingRow = OutboxRow & { readonly id: string; readonly size: number };

/**
 * The oldest rows, as many as one batch holds; values are read only of those. Ids of one key follow its commits, so the
 * order of ids is the order to send in. Primary key order: a scan of as many rows as it answers.
 */
const OLDEST = keptPlan(`
  select id, topic, key, value, headers, size
    from (select *, sum(size) over (order by id) - size as before
            from (select id, topic, key, value, headers, size from outbox
                   where topic <> all ($1) and not exists (select from relay_halt)
                   order by id limit $2) as oldest) as sized
   where before < $3 order by id`);
const SENT = keptPlan('delete from outbox where id = any ($1)');

const FIGURES = `
  select count(*)::int as depth, coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as age
    from (select created_at from outbox order by id limit 100000) as waiting`;
const FIGURES_EVERY_MS = 5_000;

/** Sends one batch after the other over one connection and one sender. */
export class RelayPass {
  private readonly logger = new Logger('OutboxRelay');
  /** Topics the broker refuses, until when they are left alone. */
  private readonly refused = new Map<string, number>();
  private figuresAt = 0;

  constructor(
    private readonly connection: Connection,
    private readonly sender: RecordSender,
    private readonly options: RelayOptions,
  ) {}

  /** Whether anything was sent, and whether more than that waited. @throws what either side throws: nothing is lost by it */
  async run(): Promise<{ readonly sent: boolean; readonly isMore: boolean }> {
    await this.tellFigures();
    const { relayRecords, relayBytes } = this.options.tuning;
    const { rows } = await this.connection.query<WaitingRow>(OLDEST, [this.setAside(), relayRecords, relayBytes]);
    if (rows.length === 0) return { sent: false, isMore: false };
    const acknowledged = await this.send(rows);
    this.options.failpoint('outbox.after-send');
    await this.connection.query(SENT, [acknowledged.map((row) => row.id)]);
    const bytes = rows.reduce((sum, { size }) => sum + size, 0);
    return { sent: acknowledged.length > 0, isMore: rows.length >= relayRecords || bytes >= relayBytes };
  }

  private async send(rows: readonly WaitingRow[]): Promise<readonly WaitingRow[]> {
    try {
      await this.sendBatch(rows);
      return rows;
    } catch (error) {
      if (!(error instanceof RecordsRefused)) throw error;
    }
    // Topic by topic, so that one the broker refuses holds up no other.
    const acknowledged: WaitingRow[] = [];
    for (const topic of new Set(rows.map((row) => row.topic))) {
      const own = rows.filter((row) => row.topic === topic);
      if (await this.isTaken(topic, own)) acknowledged.push(...own);
    }
    return acknowledged;
  }

  private async isTaken(topic: string, rows: readonly WaitingRow[]): Promise<boolean> {
    try {
      await this.sendBatch(rows);
      return true;
    } catch (error) {
      if (!(error instanceof RecordsRefused)) throw error;
      this.refused.set(topic, performance.now() + this.options.tuning.refusedMs);
      this.logger.error(`the broker refuses events of ${topic}: ${error.message}`);
      this.options.observer.alarm?.({ kind: 'topic-refused', topic, because: error.message });
      return false;
    }
  }

  private async sendBatch(rows: readonly WaitingRow[]): Promise<void> {
    const started = performance.now();
    await this.sender.send(rows.map((row) => this.recordOf(row)));
    const counts = new Map<string, number>();
    for (const { topic } of rows) counts.set(topic, (counts.get(topic) ?? 0) + 1);
    this.options.observer.sent?.(counts, (performance.now() - started) / 1_000);
  }

  private recordOf({ topic, key, value, headers }: OutboxRow): OutgoingRecord {
    const sent = Object.entries(headers).map(([name, header]) => [name, headerBytes(header)]);
    return { topic: this.options.topicPrefix + topic, key, value, headers: Object.fromEntries(sent) };
  }

  private setAside(): string[] {
    for (const [topic, until] of this.refused) if (until < performance.now()) this.refused.delete(topic);
    return [...this.refused.keys()];
  }

  private async tellFigures(): Promise<void> {
    if (performance.now() < this.figuresAt) return;
    this.figuresAt = performance.now() + FIGURES_EVERY_MS;
    const { rows } = await this.connection.query<{ depth: number; age: number }>(FIGURES);
    const [figures] = rows;
    if (figures !== undefined) this.options.observer.outbox?.(figures.depth, figures.age);
  }
}
