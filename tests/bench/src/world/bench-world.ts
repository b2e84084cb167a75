import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { HttpClient } from '@accord/testing/http-client';
import { SystemProcess } from '@accord/testing/system-process';
import { TestIssuer, type TestSubject } from '@accord/testing/test-issuer';
import type { z } from 'zod';

import { Worker } from '../worker/worker.js';

const HOUR_S = 3_600;
/** One sender of many offers a second is what is measured here; a limit of requests a minute is meant to stop just that. */
const unlimited = { RATE_LIMIT_SUBJECT: '100000000', RATE_LIMIT_ADDRESS: '100000000' };

/** Establishments of the sandbox's register: each agrees to portals of its own. */
export const employers = {
  /** Agrees to one portal. */
  one: { id: '000100016', siret: '00010001600013' },
  /** Agrees to all of them. */
  many: { id: '000100024', siret: '00010002400017' },
  /** Agrees to all of them, and withdraws. */
  withdrawing: { id: '000100081', siret: '00010008100017' },
} as const;
export type Employer = (typeof employers)[keyof typeof employers];

/** A whole system of its own, the load on one side of it and the portals on the other. */
export class BenchWorld {
  private constructor(
    readonly system: SystemProcess,
    private readonly issuer: TestIssuer,
    readonly load: Worker,
    readonly sinks: Worker,
    readonly seekers: Worker,
    readonly index: Worker,
    readonly permits: Worker,
  ) {}

  /**
   * Starts it as `npm start` does, without the test profile, so that nothing waits less than it would. The tokens are those of an
   * identity provider of ours, because its partners are none of the sandbox's.
   */
  static async start(varDir = resolve(root, 'var/bench')): Promise<BenchWorld> {
    const issuer = await TestIssuer.start();
    const env = { ...unlimited, ISSUER_URL: issuer.url, JWKS_URL: `${issuer.url}/jwks` };
    const system = await SystemProcess.start({ varDir, profile: 'production', env });
    const worker = (name: string) => Worker.start(`./${name}.worker.ts`);
    return new BenchWorld(
      system,
      issuer,
      worker('load'),
      worker('sink'),
      worker('search'),
      worker('index'),
      worker('permits'),
    );
  }

  get gateway(): string {
    return this.system.run.gateway;
  }

  tokenOf(subject: TestSubject): Promise<string> {
    return this.issuer.tokenFor(subject, { expiresInS: HOUR_S });
  }

  async as(subject: TestSubject): Promise<HttpClient> {
    return new HttpClient(this.gateway, await this.tokenOf(subject));
  }

  /** What is asked of the load, for one employer. */
  async sender(employer: Employer): Promise<{ url: string; token: string; siret: string; today: string }> {
    const token = await this.tokenOf({ id: employer.id, role: 'employer', sirets: [employer.siret] });
    return { url: this.gateway, token, siret: employer.siret, today: new Date().toISOString().slice(0, 10) };
  }

  async stop(): Promise<void> {
    this.load.stop();
    for (const worker of [this.sinks, this.seekers, this.index, this.permits]) worker.stop();
    await this.system.stop();
    await this.issuer.stop();
  }
}

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** The body of an answer with this status. @throws Error that shows what came instead */
export async function expectStatus<S extends z.ZodType>(
  answer: Promise<{ status: number; body: unknown }>,
  status: number,
  body: S,
): Promise<z.infer<S>> {
  const came = await answer;
  if (came.status !== status) throw new Error(`expected ${status}, got ${came.status}: ${JSON.stringify(came.body)}`);
  return body.parse(came.body);
}
