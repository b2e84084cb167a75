import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { contactKeysAsk, endpointSecretsAsk } from '@accord/contracts/internal/keys';

import { answerJson, readBody, TestServer } from './http-server.js';

/** Intake and partners as publishers meet them: contact keys and endpoint secrets. */
export class FakeKeys {
  readonly contactKeys = new Map<string, Buffer | null>();
  readonly contactAsks: string[] = [];
  readonly secretAsks: string[] = [];
  readonly secret = `whsec_${randomBytes(24).toString('base64')}`;
  private refusesKeys = false;
  private server: TestServer | undefined;

  static async start(): Promise<FakeKeys> {
    const fake = new FakeKeys();
    fake.server = await TestServer.start((request, response) => void fake.handle(request, response));
    return fake;
  }

  get url(): string {
    return this.server?.url ?? '';
  }

  /** A key that intake keeps. */
  addKey(keyId: string): Buffer {
    const key = randomBytes(32);
    this.contactKeys.set(keyId, key);
    return key;
  }

  /** Meanwhile intake gives out no contact key. */
  async withoutContactKeys(work: () => Promise<void>): Promise<void> {
    this.refusesKeys = true;
    try {
      await work();
    } finally {
      this.refusesKeys = false;
    }
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body: unknown = JSON.parse(await readBody(request));
    if (request.url === '/internal/v1/contact-keys') this.keys(body, response);
    else if (request.url === '/internal/v1/endpoint-secrets') this.secrets(body, response);
    else answerJson(response, 404, {});
  }

  private keys(body: unknown, response: ServerResponse): void {
    const { keyIds } = contactKeysAsk.parse(body);
    this.contactAsks.push(...keyIds);
    if (this.refusesKeys) {
      answerJson(response, 503, {});
      return;
    }
    const keys = keyIds.map((keyId) => ({ keyId, key: this.contactKeys.get(keyId)?.toString('base64url') ?? null }));
    answerJson(response, 200, { keys });
  }

  private secrets(body: unknown, response: ServerResponse): void {
    const { endpoints } = endpointSecretsAsk.parse(body);
    this.secretAsks.push(...endpoints);
    const secrets = [{ kind: 'hmac', key: this.secret }];
    answerJson(response, 200, { endpoints: endpoints.map((id) => ({ id, secretsVersion: 1, secrets })) });
  }
}
