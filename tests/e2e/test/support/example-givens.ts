import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { eventually } from '@accord/testing/eventually';
import { HttpClient } from '@accord/testing/http-client';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';

import { type Accord, expectStatus } from './accord.js';
import { exampleText } from './examples.js';

/** What must be there before an example is sent: the id in its path, what its body is to hold, a header. */
export interface Given {
  readonly id?: string;
  readonly version?: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Puts back what would bother others. */
  readonly after?: () => Promise<unknown>;
}

const withId = z.looseObject({ id: z.string() });
const reviews = z.looseObject({ items: z.array(z.looseObject({ id: z.uuid(), offerId: z.uuid() })) });
const secrets = z.looseObject({ 'token.publisher': z.string() });
const json = (file: string): object => z.looseObject({}).parse(JSON.parse(exampleText(file)));

/** Makes what the calls of examples/README.md need, each call its own. */
export class Givens {
  constructor(
    private readonly accord: Accord,
    /** Where an employer's software takes whatever comes. */
    private readonly software: string,
  ) {}

  /** By the call as a whole, else by how its path begins. */
  for(call: string): Promise<Given> {
    const known = Object.entries(this.known).find(([start]) => call.startsWith(start));
    return known?.[1]() ?? Promise.resolve({});
  }

  /** The first line that fits counts. */
  private readonly known: Readonly<Record<string, () => Promise<Given>>> = {
    'POST /v1/offers/bulk': async () => ({}),
    'PUT /v1/offers/{id}': async () => ({ id: await this.published(), headers: { 'if-match': '"1"' } }),
    'POST /v1/offers/{id}/renewal': async () => ({
      id: await this.published(),
      body: { closesOn: new Date(Date.now() + 70 * 86_400_000).toISOString().slice(0, 10) },
    }),
    'POST /v1/offers/{id}/appeal': async () => {
      const { id, review } = await this.underReview();
      expectStatus(
        await this.accord.as('moderator').post(`/v1/reviews/${review}/verdict`, json('verdict.json')),
        200,
        withId,
      );
      return { id };
    },
    'POST /v1/offers/{id}': async () => ({ id: await this.published() }),
    'DELETE /v1/offers/{id}': async () => ({ id: await this.published() }),
    'POST /v1/ads/{id}': async () => ({ id: await this.published() }),
    'POST /v1/reviews/{id}': async () => ({ id: (await this.underReview()).review }),
    'POST /v1/agreements/{id}': async () => ({ id: await this.accord.agree(await this.accord.submit()) }),
    'POST /v1/stop-everywhere/lift': async () => {
      const offer = await this.accord.submit();
      await this.accord.as('employer').post('/v1/stop-everywhere', { offer });
      return { body: { offer } };
    },
    'POST /v1/subscriptions/{id}': async () => ({ id: await this.subscription() }),
    'PATCH /v1/subscriptions/{id}': async () => ({ id: await this.subscription() }),
    'POST /v1/subscriptions': async () => ({ body: { url: this.software } }),
    'POST /v1/mandates/{id}/confirmation': async () => ({ id: await this.declaredMandate() }),
    'POST /v1/mandates/{id}/end': async () => ({ id: await this.grantedMandate() }),
    'POST /v1/partners/me/endpoints': async () => ({ body: { url: this.ownEndpoint() } }),
    'POST /v1/partners/me/pause': async () => ({
      after: () => this.accord.as('partner2').delete('/v1/partners/me/pause'),
    }),
    'POST /v1/partners/me': async () => ({}),
    'POST /v1/partners/{id}/terms/{version}/confirmation': async () => ({
      id: 'emploi-public',
      version: await this.publishedTerms(),
    }),
    'POST /v1/partners/{id}/halt': async () => ({ id: await this.partner() }),
    'PATCH /v1/partners/{id}': async () => ({ id: await this.partner() }),
    'POST /v1/partners': async () => ({ body: { id: `exemple-${uuid().slice(-12)}` } }),
    'POST /v1/postings/{id}': async () => ({ id: await this.posting() }),
    'POST /v1/sessions/{id}/fence': async () => ({ id: await this.session() }),
  };

  private async published(): Promise<string> {
    const id = await this.accord.submit();
    await this.accord.published(id);
    return id;
  }

  private async underReview(): Promise<{ id: string; review: string }> {
    const id = await this.published();
    const report = await this.accord.as().post(`/v1/ads/${id}/report`, json('report.json'));
    expectStatus(report, 202, z.looseObject({}));
    const review = await eventually(async () => {
      const { items } = await this.accord.as('moderator').read('/v1/reviews?limit=100', reviews);
      return withId.parse(items.find(({ offerId }) => offerId === id)).id;
    });
    return { id, review };
  }

  private async partner(): Promise<string> {
    const id = `exemple-${uuid().slice(-12)}`;
    const answer = await this.accord.as('operator').post('/v1/partners', { ...json('partner.json'), id });
    return expectStatus(answer, 201, withId).id;
  }

  /** Their change is not material: nobody is asked again by it. */
  private async publishedTerms(): Promise<number> {
    const answer = this.accord.as('partner').post('/v1/partners/me/terms', json('terms.json'));
    return expectStatus(await answer, 201, z.looseObject({ version: z.int() })).version;
  }

  private async posting(): Promise<string> {
    const offer = await this.accord.submit();
    await this.accord.agree(offer, { audience: { kind: 'partners', partners: ['jobs-prive'] } });
    const { event } = await this.accord.inbox('jobs-prive').event(offer, 'offer.published');
    await this.accord.posting(offer, 'jobs-prive', 'sent');
    return z.looseObject({ postingId: z.uuid() }).parse(event.data).postingId;
  }

  private async subscription(): Promise<string> {
    const body = { ...json('subscription.json'), url: this.software };
    return expectStatus(await this.accord.as('employer2').post('/v1/subscriptions', body), 201, withId).id;
  }

  /** Employers that do not exist but here: a mandate is one at a time between two. */
  private async grantedMandate(): Promise<string> {
    const body = { ...json('mandate.json'), agent: '000100057' };
    return expectStatus(await this.accord.as('employer').post('/v1/mandates', body), 201, withId).id;
  }

  private async declaredMandate(): Promise<string> {
    const body = { ...json('mandate-declaration.json'), holder: '000100016' };
    const answer = await this.accord.as('employer2').post('/v1/mandates', body);
    return expectStatus(answer, 201, withId).id;
  }

  private ownEndpoint(): string {
    return this.accord.run.sandboxPartners.find(({ id }) => id === 'jobs-prive')?.endpoint ?? '';
  }

  /** As a publisher process opens one; nobody is behind it, so that fencing it tells no lie. */
  private async session(): Promise<string> {
    const { 'token.publisher': token } = secrets.parse(
      JSON.parse(readFileSync(join(this.accord.varDir, 'secrets.json'), 'utf8')),
    );
    const process = { host: 'rack-7', boot: uuid(), pid: 4_711, startTime: '1' };
    const consent = new HttpClient(this.accord.run.services['consent'] ?? '', token);
    const answer = await consent.post('/internal/v1/sessions', { process });
    return expectStatus(answer, 201, z.looseObject({ session: z.uuid() })).session;
  }
}
