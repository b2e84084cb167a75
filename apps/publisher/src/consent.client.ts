import {
  permitAnswers,
  permitsClosed,
  type PermitAnswer,
  type PermitClosure,
  type PermitItem,
} from '@accord/contracts/internal/permits';
import { type ProcessIdentity, sessionFenced, sessionList, sessionOpened } from '@accord/contracts/internal/sessions';
import type { ServiceClient } from '@accord/service/service-client';
import type { z } from 'zod';

export type OpenSession = z.infer<typeof sessionList>['sessions'][number];

/** Consent's calls for publishers. Each throws ServiceUnavailable or ServiceRefused. */
export class ConsentClient {
  constructor(private readonly service: ServiceClient) {}

  async openSession(process: ProcessIdentity): Promise<string> {
    const { session } = await this.service.post('/internal/v1/sessions', { process }, sessionOpened);
    return session;
  }

  async openSessions(): Promise<OpenSession[]> {
    return (await this.service.get('/internal/v1/sessions', sessionList)).sessions;
  }

  /** Says that the process of a session is dead, with the identity that was checked. */
  async fence({ session, process }: OpenSession): Promise<void> {
    const evidence = { kind: 'deadProcess', process };
    await this.service.post(`/internal/v1/sessions/${session}/fence`, { evidence }, sessionFenced);
  }

  async permits(session: string, items: readonly PermitItem[]): Promise<PermitAnswer[]> {
    return (await this.service.post('/internal/v1/permits', { session, items }, permitAnswers)).answers;
  }

  /** Answers those that are closed now. */
  async close(session: string, closures: readonly PermitClosure[]): Promise<string[]> {
    return (await this.service.post('/internal/v1/permits/closures', { session, closures }, permitsClosed)).closed;
  }
}
