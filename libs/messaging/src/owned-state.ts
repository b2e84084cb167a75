import type { EventContract } from '@accord/contracts/define-event';
import type { EntityManager } from 'typeorm';

/** How an owner looks at what it wrote: the rows behind one compacted topic. */
export interface OwnedState {
  readonly contract: EventContract;
  /**
   * The versions its rows stand at; keys it does not hold are left out. An erased key it remembers has the version of its
   * erasure. One statement, by primary key.
   */
  currentVersions(db: Pick<EntityManager, 'query'>, keys: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Its rows in the order of keys, those behind `after`, as text compared by bytes (`collate "C"`). */
  page(
    db: Pick<EntityManager, 'query'>,
    after: string,
    limit: number,
  ): Promise<readonly { readonly key: string; readonly version: number }[]>;
  /** Locks the row and adds its present state to the outbox, version unchanged. */
  emitAgain(tx: EntityManager, key: string): Promise<void>;
}
