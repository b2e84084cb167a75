import type { DataSource, EntityManager, EntitySubscriberInterface } from 'typeorm';

const MARK = 'accord:outbox';
const waking = new WeakMap<DataSource, Set<() => void>>();

/** To be called where one statement wrote a change and its events (`preparedEvents`): no transaction's end tells of it. */
export function eventsCommitted(dataSource: DataSource): void {
  for (const wake of waking.get(dataSource) ?? []) wake();
}

/** Remembers, with the transaction, that it wrote events. */
export function wakeAfterCommit(tx: EntityManager): void {
  if (tx.queryRunner !== undefined) Object.assign(tx.queryRunner.data, { [MARK]: true });
}

/** Calls `wake` after each commit that wrote events. Answers how to stop that. */
export function onEventsCommitted(dataSource: DataSource, wake: () => void): () => void {
  const subscriber: EntitySubscriberInterface = {
    afterTransactionCommit: ({ queryRunner }) => {
      // The release of a savepoint is told as a commit too.
      if (queryRunner.isTransactionActive || Reflect.get(queryRunner.data, MARK) !== true) return;
      Reflect.deleteProperty(queryRunner.data, MARK);
      wake();
    },
  };
  dataSource.subscribers.push(subscriber);
  const wakes = waking.get(dataSource) ?? new Set();
  waking.set(dataSource, wakes.add(wake));
  return () => {
    wakes.delete(wake);
    const at = dataSource.subscribers.indexOf(subscriber);
    if (at >= 0) dataSource.subscribers.splice(at, 1);
  };
}
