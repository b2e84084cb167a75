import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager, type EntitySubscriberInterface } from 'typeorm';

const MARK = 'publisher:after-commit';

type Work = () => void;

/** Does this once the transaction is committed; never where it is not. */
export function afterCommit(tx: EntityManager, work: Work): void {
  const data: Record<string, unknown> = tx.queryRunner?.data ?? {};
  const waiting = data[MARK];
  data[MARK] = [...(isWork(waiting) ? waiting : []), work];
}

/** Makes `afterCommit` work on a data source. Answers how to stop that. */
function watchCommits(dataSource: DataSource): () => void {
  const subscriber: EntitySubscriberInterface = {
    afterTransactionCommit: ({ queryRunner }) => {
      // The release of a savepoint is told as a commit too.
      if (queryRunner.isTransactionActive) return;
      const waiting: unknown = Reflect.get(queryRunner.data, MARK);
      Reflect.deleteProperty(queryRunner.data, MARK);
      if (isWork(waiting)) for (const work of waiting) work();
    },
    afterTransactionRollback: ({ queryRunner }) => {
      if (!queryRunner.isTransactionActive) Reflect.deleteProperty(queryRunner.data, MARK);
    },
  };
  dataSource.subscribers.push(subscriber);
  return () => {
    const at = dataSource.subscribers.indexOf(subscriber);
    if (at >= 0) dataSource.subscribers.splice(at, 1);
  };
}

const isWork = (value: unknown): value is Work[] => Array.isArray(value);

/** Watches while the service runs. */
@Injectable()
export class CommitWatch implements OnModuleInit, OnApplicationShutdown {
  private stop: () => void = () => undefined;

  constructor(private readonly db: DataSource) {}

  onModuleInit(): void {
    this.stop = watchCommits(this.db);
  }

  onApplicationShutdown(): void {
    this.stop();
  }
}
