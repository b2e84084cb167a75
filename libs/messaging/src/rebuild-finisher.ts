import type { EventContract } from '@accord/contracts/define-event';
import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';

import type { EventRouter, Route } from './event-router.js';
import type { KnownKeys } from './messaging-options.js';
import { inTransaction } from './stored-offsets.store.js';

const PAGE = 200;

/**
 * Ends the reading anew of a topic: keys that readers hold and that the topic no longer has are told to their handlers as
 * erased. Only once the topic's owner has said that all it holds is in there: a topic just made anew is empty at first.
 */
export class RebuildFinisher {
  private readonly logger = new Logger(RebuildFinisher.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly router: EventRouter,
    private readonly routes: readonly Route[],
    private readonly known: readonly KnownKeys[] = [],
  ) {}

  /** @param isRead whether the topic is read to where it ends now; asked after its owner's word was seen */
  async finish(isRead: (topic: string) => Promise<boolean>): Promise<void> {
    const rebuilds: { topic: string; started: string }[] = await this.dataSource.query(
      `select r.topic, r.started::text as started from rebuild r join topic_incarnation i on i.topic = r.topic and i.complete`,
    );
    for (const { topic, started } of rebuilds) {
      if (!(await isRead(topic))) continue;
      const contracts = this.routes.map(({ contract }) => contract).filter(({ topic: { name } }) => name === topic);
      let erased = 0;
      for (const contract of contracts) erased += await this.eraseUnmet(contract, started);
      await this.dataSource.query('delete from rebuild where topic = $1 and started::text = $2', [topic, started]);
      this.logger.log(`${topic} is read anew; ${erased} keys were no longer there`);
    }
  }

  private async eraseUnmet(contract: EventContract, started: string): Promise<number> {
    const known = this.known.find((each) => each.contract.type === contract.type)?.page ?? seenVersions(contract);
    let after = '';
    let erased = 0;
    for (;;) {
      const page = await inTransaction(this.dataSource, async (tx) => {
        if (!(await this.stillRuns(tx, contract, started))) return [];
        const keys = await known(tx, after, PAGE);
        const unmet = await this.unmet(tx, contract, keys);
        for (const { key, version } of unmet) await this.erase(tx, contract, key, version);
        erased += unmet.length;
        return keys;
      });
      after = page.at(-1)?.key ?? '';
      if (page.length < PAGE) return erased;
    }
  }

  private async stillRuns(tx: EntityManager, { topic }: EventContract, started: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      'select topic from rebuild where topic = $1 and started::text = $2 for update',
      [topic.name, started],
    );
    return rows.length > 0;
  }

  private async unmet<K extends { readonly key: string }>(
    tx: EntityManager,
    { topic }: EventContract,
    keys: readonly K[],
  ): Promise<K[]> {
    const met: { key: string }[] = await tx.query('select key from rebuild_key where topic = $1 and key = any ($2)', [
      topic.name,
      keys.map(({ key }) => key),
    ]);
    const found = new Set(met.map(({ key }) => key));
    return keys.filter(({ key }) => !found.has(key));
  }

  private async erase(tx: EntityManager, contract: EventContract, key: string, version: number): Promise<void> {
    const { type, topic } = contract;
    const envelope = { id: uuid(), type, source: topic.writer, occurredAt: new Date(), key, version };
    await this.router.erase({ tx, envelope, position: { topic: topic.name, partition: -1, offset: -1n } });
  }
}

/** The keys of handlers that use `keepHighest`. */
const seenVersions =
  ({ topic }: EventContract): KnownKeys['page'] =>
  async (tx, after, limit) => {
    const rows: { key: string; version: string }[] = await tx.query(
      `select key, version from seen_version where topic = $1 and key collate "C" > $2 and not erased
        order by key collate "C" limit $3`,
      [topic.name, after, limit],
    );
    return rows.map(({ key, version }) => ({ key, version: Number(version) }));
  };
