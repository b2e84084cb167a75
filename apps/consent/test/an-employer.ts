import type { Answer, HttpClient } from '@accord/testing/http-client';
import type { z } from 'zod';

import { agreementGiven } from '../src/agreements/agreement-answers.js';

export type Given = z.infer<typeof agreementGiven>;

/** A rights holder who agrees, refuses and withdraws. */
export class AnEmployer {
  constructor(
    readonly holder: string,
    readonly http: HttpClient,
  ) {}

  /** @throws Error where it is not taken */
  async give(draft: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Given> {
    const answer = await this.http.post('/v1/agreements', draft, headers);
    if (answer.status !== 201) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
    return agreementGiven.parse(answer.body);
  }

  withdraw(agreement: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.http.post(`/v1/agreements/${agreement}/withdrawal`, {}, headers);
  }
}
