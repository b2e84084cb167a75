import type { OnApplicationShutdown } from '@nestjs/common';
import { testMessage } from '@accord/offer-formats/webhook-message';
import { type Destination, webhookRequest } from '@accord/receipts/webhook-request';
import { SafeHttp } from '@accord/safe-http/safe-http';
import type { SafeHttpOptions } from '@accord/safe-http/settings';

import { resultOf } from './partner-answer.js';
import type { Sent } from './partner-client.js';

/** Sends test events. It makes their bodies itself, so that nothing else can leave this way. */
export class TestClient implements OnApplicationShutdown {
  private readonly http: SafeHttp;

  constructor(options: SafeHttpOptions) {
    this.http = new SafeHttp(options);
  }

  async send(id: string, text: string, { url, signer }: Destination): Promise<Sent> {
    const at = new Date();
    const body = testMessage(at.toISOString(), text);
    const outcome = await this.http.post(url, webhookRequest({ id, body }, signer, at)).done;
    return { at, outcome, result: resultOf(outcome, new Date()) };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.http.close();
  }
}
