import { createHash } from 'node:crypto';

/** So many at most: each takes memory in every session. What comes later, mostly made of parts, is planned each time. */
const MOST = 300;
const MARK = '/* kept plan */ ';

/**
 * Has a session keep the plan of a statement that is run outside a transaction, too. For hot paths whose plan does not depend on
 * the values: what searches by what people typed is better planned for just that.
 */
export const keptPlan = (sql: string): string => MARK + sql;

/** By which name a session knows a statement again. */
export class StatementNames {
  private readonly names = new Map<string, string>();
  private readonly most: number;
  private generation = 0;

  constructor(most = MOST) {
    this.most = most;
  }

  /**
   * Nothing where the statement is to be planned each time. Within a transaction a statement is short, keyed and repeated:
   * parsing and planning it takes more than running it.
   */
  nameOf(sql: string, isInTransaction: boolean): string | undefined {
    if (!isInTransaction && !sql.startsWith(MARK)) return undefined;
    const known = this.names.get(sql);
    if (known !== undefined || this.names.size >= this.most) return known;
    const name = `${createHash('sha256').update(sql).digest('base64url').slice(0, 27)}.${this.generation}`;
    this.names.set(sql, name);
    return name;
  }

  /** A migration changed what statements answer: from now on all have new names, so that each is planned anew. */
  forget(): void {
    this.generation += 1;
    this.names.clear();
  }
}
