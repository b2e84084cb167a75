import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, type EntityManager, type EntitySubscriberInterface } from 'typeorm';

const MARK = 'accord:pending-verification';

/** Tells the loop that a transaction which left it work has committed: a clean offer is approved at once, not at the next poll. */
@Injectable()
export class PendingWake implements OnModuleDestroy {
  private subscriber: EntitySubscriberInterface | undefined;
  private wake: () => void = () => undefined;

  constructor(private readonly db: DataSource) {}

  afterCommitOf(tx: EntityManager): void {
    if (tx.queryRunner !== undefined) Object.assign(tx.queryRunner.data, { [MARK]: true });
  }

  /** To be called once the data source is initialised: that sets its subscribers anew. */
  calls(wake: () => void): void {
    this.wake = wake;
    this.subscriber = {
      afterTransactionCommit: ({ queryRunner }) => {
        // The release of a savepoint is told as a commit too.
        if (queryRunner.isTransactionActive || Reflect.get(queryRunner.data, MARK) !== true) return;
        Reflect.deleteProperty(queryRunner.data, MARK);
        wake();
      },
    };
    this.db.subscribers.push(this.subscriber);
  }

  now(): void {
    this.wake();
  }

  onModuleDestroy(): void {
    const at = this.db.subscribers.findIndex((one) => one === this.subscriber);
    if (at >= 0) this.db.subscribers.splice(at, 1);
  }
}
