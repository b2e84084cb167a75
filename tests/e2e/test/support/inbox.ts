import { type WebhookBody, webhookBody } from '@accord/contracts/webhook';
import { eventually } from '@accord/testing/eventually';
import { z } from 'zod';

const received = z.looseObject({
  receivedAt: z.iso.datetime(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});
const listing = z.looseObject({ items: z.array(received) });

/** One request that a sandbox partner received. */
export interface ReceivedWebhook {
  readonly receivedAt: string;
  readonly headers: Readonly<Record<string, string>>;
  /** As it came, for signatures. */
  readonly raw: string;
  readonly event: WebhookBody;
}

/** What a sandbox partner received, and how it behaves. */
export class Inbox {
  constructor(private readonly url: string) {}

  async all(): Promise<ReceivedWebhook[]> {
    const answer = await fetch(`${this.url}?limit=1000`);
    const { items } = listing.parse(await answer.json());
    return items.map(({ receivedAt, headers, body }) => ({
      receivedAt,
      headers,
      raw: body,
      event: webhookBody.parse(JSON.parse(body)),
    }));
  }

  async about(offerId: string): Promise<ReceivedWebhook[]> {
    return (await this.all()).filter(({ event }) => 'offerId' in event.data && event.data.offerId === offerId);
  }

  /** Waits for an event of this type about the offer; answers the newest. */
  async event(offerId: string, type: WebhookBody['type']): Promise<ReceivedWebhook> {
    return eventually(
      async () => {
        const found = (await this.about(offerId)).filter(({ event }) => event.type === type).at(-1);
        if (found === undefined) throw new Error(`no ${type} about ${offerId} yet`);
        return found;
      },
      { timeoutMs: 45_000 },
    );
  }

  async behave(behaviour: object): Promise<void> {
    const answer = await fetch(`${this.url}/behaviour`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(behaviour),
    });
    if (!answer.ok) throw new Error(`behaviour was refused with ${answer.status}: ${await answer.text()}`);
  }
}
