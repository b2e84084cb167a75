import { Pool } from 'undici';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';

import { nowUs } from './clock.js';
import { Failures } from './failures.js';
import type { Accepted } from './load.calls.js';

const answer = z.object({ id: z.string() });

/** Submits offers at the front door. */
export class Submitter {
  readonly failures = new Failures();
  private readonly pool: Pool;

  constructor(
    url: string,
    private readonly token: string,
    atOnce: number,
  ) {
    this.pool = new Pool(url, { connections: atOnce });
  }

  /** Nothing where it was not accepted: the failure is kept. */
  async submit(body: string, dueUs = nowUs()): Promise<Accepted | undefined> {
    const sentUs = nowUs();
    try {
      const response = await this.pool.request({
        path: '/v1/offers',
        method: 'POST',
        headers: {
          authorization: `Bearer ${this.token}`,
          'content-type': 'application/json',
          'idempotency-key': uuid(),
        },
        body,
      });
      const text = await response.body.text();
      const answeredUs = nowUs();
      if (response.statusCode === 201) return [answer.parse(JSON.parse(text)).id, dueUs, sentUs, answeredUs];
      this.failures.add(`${response.statusCode} ${text}`);
    } catch (error) {
      this.failures.add(String(error));
    }
    return undefined;
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}
