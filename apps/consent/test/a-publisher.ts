import type { PublicationDecided } from '@accord/contracts/events/publication-decided';
import {
  type PermitAnswer,
  permitAnswers,
  type PermitClosure,
  type PermitItem,
  permitsClosed,
} from '@accord/contracts/internal/permits';
import { type ProcessIdentity, sessionOpened } from '@accord/contracts/internal/sessions';
import { eventually } from '@accord/testing/eventually';
import type { HttpClient } from '@accord/testing/http-client';
import { v7 as uuid } from 'uuid';

export type ShowPermit = Extract<PermitAnswer, { answer: 'permit'; kind: 'show' }>;
type Decisions = (offerId: string) => Promise<PublicationDecided | undefined>;

let processes = 1_000;

/** What names a publisher process that no other test knows. */
export const aProcess = (): ProcessIdentity => {
  processes += 1;
  return { host: 'test', boot: 'boot-1', pid: processes, startTime: '1' };
};

/** A publisher process as consent sees it: a session, asks, closings. */
export class APublisher {
  private constructor(
    readonly http: HttpClient,
    readonly session: string,
    readonly process: ProcessIdentity,
    private readonly decisions: Decisions,
  ) {}

  static async open(http: HttpClient, decisions: Decisions, process = aProcess()): Promise<APublisher> {
    const { body } = await http.post('/internal/v1/sessions', { process });
    return new APublisher(http, sessionOpened.parse(body).session, process, decisions);
  }

  /** One ask, as it is answered. */
  async ask(...items: readonly PermitItem[]): Promise<PermitAnswer[]> {
    const { body } = await this.http.post('/internal/v1/permits', { session: this.session, items });
    return permitAnswers.parse(body).answers;
  }

  /** What to ask for the posting as it is wanted now. */
  async item(offerId: string, partner: string, attempt: string = uuid()): Promise<PermitItem> {
    const posting = (await this.decisions(offerId))?.postings.find((one) => one.partner === partner);
    if (posting === undefined) throw new Error(`${partner} is not listed`);
    return { attempt, offerId, partner, version: posting.version, kind: posting.wanted };
  }

  /** Asks for the posting as it is wanted now, again for as long as the answer is to ask again; the attempt stays one. */
  askFor(offerId: string, partner: string, attempt: string = uuid()): Promise<PermitAnswer> {
    return eventually(async () => {
      const [answer] = await this.ask(await this.item(offerId, partner, attempt));
      if (answer === undefined || answer.answer === 'retry') throw new Error(`ask again: ${JSON.stringify(answer)}`);
      return answer;
    });
  }

  /** Opens a permit to show. */
  async permit(offerId: string, partner: string): Promise<ShowPermit> {
    const answer = await this.askFor(offerId, partner);
    if (answer.answer !== 'permit' || answer.kind !== 'show') throw new Error(JSON.stringify(answer));
    return answer;
  }

  async close(attempt: string, outcome: PermitClosure['outcome'] = 'answered'): Promise<string[]> {
    const closures = [{ attempt, outcome }];
    const { body } = await this.http.post('/internal/v1/permits/closures', { session: this.session, closures });
    return permitsClosed.parse(body).closed;
  }

  /** A whole sending: the partner has the offer now. */
  async send(offerId: string, partner: string): Promise<ShowPermit> {
    const permit = await this.permit(offerId, partner);
    await this.close(permit.attempt);
    return permit;
  }
}
