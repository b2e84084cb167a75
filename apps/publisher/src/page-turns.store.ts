import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Longer than a look may take, with its redirects and robots.txt. */
const LOOK_MS = 120_000;

/** Whose turn it is at a host: one page at a time and at its rate, over all processes. */
@Injectable()
export class PageTurnsStore {
  constructor(private readonly db: DataSource) {}

  /** Whether the host is free; if so, nobody else has it until `free`. */
  async take(host: string): Promise<boolean> {
    const rows: unknown[] = await this.db.query(
      `insert into page_host as h (host, free_at) values ($1, clock_timestamp() + $2 * interval '1 millisecond')
       on conflict (host) do update set free_at = excluded.free_at where h.free_at <= clock_timestamp() returning 1`,
      [host, LOOK_MS],
    );
    return rows.length > 0;
  }

  /** @param afterMs when the next page may be read */
  async free(host: string, afterMs: number): Promise<void> {
    await this.db.query(
      `update page_host set free_at = clock_timestamp() + $2 * interval '1 millisecond' where host = $1`,
      [host, afterMs],
    );
  }
}
