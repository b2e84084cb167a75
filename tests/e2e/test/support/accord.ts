import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { agreementDraft, type AgreementDraft } from '@accord/contracts/agreement';
import { offerDraft, type OfferDraft } from '@accord/contracts/offer';
import { eventually } from '@accord/testing/eventually';
import { type Answer, HttpClient } from '@accord/testing/http-client';
import type { ClientName, Pids, RunFile } from '@accord/testing/run-file';
import { readPids, readRun } from '@accord/testing/system-process';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';

import { Inbox } from './inbox.js';

const example = (name: string): unknown => JSON.parse(readFileSync(resolve(`../../examples/${name}.json`), 'utf8'));
const token = z.object({ access_token: z.string() });
const offerView = z.looseObject({
  id: z.uuid(),
  revision: z.int(),
  state: z.string(),
  postings: z.array(z.looseObject({ partner: z.string(), state: z.string() })),
});
export type OfferView = z.infer<typeof offerView>;
const submitted = z.looseObject({ id: z.uuid(), revision: z.int(), state: z.string() });
const agreed = z.looseObject({ id: z.uuid(), receipt: z.string() });
export const stopped = z.looseObject({ effectiveAt: z.iso.datetime(), receipt: z.string() });

/** The system as its users have it: through the front door, with tokens of the sandbox's clients. */
export class Accord {
  private constructor(
    readonly varDir: string,
    readonly run: RunFile,
    private readonly tokens: ReadonlyMap<ClientName, string>,
  ) {}

  /** The system that stands for all files, or the one in a folder. */
  static async open(varDir = process.env.ACCORD_E2E_VAR ?? ''): Promise<Accord> {
    const run = readRun(varDir);
    const names: ClientName[] = ['employer', 'employer2', 'moderator', 'partner', 'partner2', 'operator'];
    const tokens = await Promise.all(names.map(async (name) => [name, await tokenOf(run, name)] as const));
    return new Accord(varDir, run, new Map(tokens));
  }

  get pids(): Pids {
    return readPids(this.varDir);
  }

  as(name?: ClientName): HttpClient {
    return new HttpClient(this.run.gateway, name === undefined ? undefined : this.tokens.get(name));
  }

  inbox(partner: string): Inbox {
    const found = this.run.sandboxPartners.find(({ id }) => id === partner);
    if (found === undefined) throw new Error(`the sandbox has no partner ${partner}`);
    return new Inbox(found.inbox);
  }

  /** `examples/offer.json` with a reference of its own. */
  draft(change: Partial<OfferDraft> = {}): OfferDraft {
    return offerDraft.parse({
      ...z.record(z.string(), z.unknown()).parse(example('offer')),
      reference: `E2E-${uuid()}`,
      ...change,
    });
  }

  async submit(change: Partial<OfferDraft> = {}): Promise<string> {
    const answer = await this.as('employer').post('/v1/offers', this.draft(change), { 'idempotency-key': uuid() });
    return expectStatus(answer, 201, submitted).id;
  }

  /** `examples/agreement.json` for one offer; sent again as long as the offer is too new to be known to consent. */
  async agree(offerId: string, change: object = {}): Promise<string> {
    const body: AgreementDraft = agreementDraft.parse({
      ...z.record(z.string(), z.unknown()).parse(example('agreement')),
      offerId,
      ...change,
    });
    const answer = await eventually(async () => {
      const given = await this.as('employer').post('/v1/agreements', body);
      expect(given.status).not.toBe(503);
      return given;
    });
    return expectStatus(answer, 201, agreed).id;
  }

  async offer(id: string): Promise<OfferView> {
    return expectStatus(await this.as('employer').get(`/v1/offers/${id}`), 200, offerView);
  }

  /** Waits until the offer is on the own portal. */
  async published(id: string): Promise<void> {
    await eventually(async () => expect((await this.as().get(`/v1/ads/${id}`)).status).toBe(200), {
      timeoutMs: 30_000,
    });
  }

  /** Waits until the employer's live map shows this state. */
  async posting(id: string, partner: string, state: string | readonly string[]): Promise<void> {
    await eventually(
      async () => {
        const { postings } = await this.offer(id);
        expect([state].flat()).toContain(postings.find((posting) => posting.partner === partner)?.state);
      },
      { timeoutMs: 45_000 },
    );
  }
}

/** The answer's body, or a failure that shows what came instead. */
export function expectStatus<S extends z.ZodType>(answer: Answer, status: number, body: S): z.infer<S> {
  if (answer.status !== status)
    throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
  return body.parse(answer.body);
}

async function tokenOf(run: RunFile, name: ClientName): Promise<string> {
  const client = run.clients[name];
  const discovery = await fetch(`${run.issuer}/.well-known/openid-configuration`);
  const { token_endpoint: endpoint } = z.object({ token_endpoint: z.url() }).parse(await discovery.json());
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return token.parse(await answer.json()).access_token;
}
