import { Pool } from 'undici';
import { z } from 'zod';

import type { SearchKind, SearchMix } from '../domain/search-mix.js';
import { nowUs } from './clock.js';
import { Failures } from './failures.js';
import type { Sample } from './search.calls.js';

const answer = z.object({ items: z.array(z.unknown()), next: z.string().optional() });

/** Seekers that search at the front door, each its next request when the one before is answered. */
export class Searchers {
  readonly failures = new Failures();
  private readonly pool: Pool;
  private readonly samples: Sample[] = [];

  constructor(
    url: string,
    private readonly clients: number,
    private readonly mix: SearchMix,
  ) {
    this.pool = new Pool(url, { connections: clients });
  }

  async run(seconds: number): Promise<Sample[]> {
    const endsUs = nowUs() + seconds * 1e6;
    await Promise.all(Array.from({ length: this.clients }, () => this.searchUntil(endsUs)));
    await this.pool.close();
    return this.samples;
  }

  private async searchUntil(endsUs: number): Promise<void> {
    while (nowUs() < endsUs) {
      const { kind, path, laterPages } = this.mix.next();
      let next = await this.ask(kind, path);
      for (let page = 0; page < laterPages && next !== undefined && nowUs() < endsUs; page += 1)
        next = await this.ask('later pages', `${path}&cursor=${encodeURIComponent(next)}`);
    }
  }

  /** @returns the cursor of the next page, if there is one */
  private async ask(kind: SearchKind, path: string): Promise<string | undefined> {
    const sentUs = nowUs();
    try {
      const { statusCode, body } = await this.pool.request({ path, method: 'GET' });
      const text = await body.text();
      const ms = (nowUs() - sentUs) / 1_000;
      if (statusCode !== 200) throw new Error(`${statusCode} ${text}`);
      const { items, next } = answer.parse(JSON.parse(text));
      this.samples.push({ kind, path, ms, found: items.length > 0 });
      return next;
    } catch (error) {
      this.failures.add(`${path}: ${String(error)}`);
      return undefined;
    }
  }
}
