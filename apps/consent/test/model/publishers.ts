import type { PermitItem } from '@accord/contracts/internal/permits';

import type { Closure } from '../../src/domain/closing.js';
import { postingKey } from '../../src/domain/gate-statements.js';
import type { Answered } from '../../src/domain/judge-permit.js';
import type { Posting } from '../../src/domain/wanted-postings.js';
import type { ConsentModel } from './consent-model.js';
import type { Judge, Send } from './judge.js';
import { Process, type Schedule } from './schedule.js';
import type { Decided } from './tables.js';

/** How an attempt goes: which instance it asks, and what the network does to it. */
export interface Course {
  readonly consent: number;
  readonly mode: 'skip' | 'wait';
  readonly loses: 'nothing' | 'ask' | 'answer';
  /** The ask, and the closing, arrive a second time, whenever. */
  readonly twice: boolean;
  /** How many steps the partner takes. */
  readonly lasts: number;
  /** What was lost is asked for again, with the same id. */
  readonly again: boolean;
}

interface UnderWay extends Send {
  readonly kind: Posting['wanted'];
  readonly revision: number | undefined;
  readonly process: Process;
  written: boolean;
  /** Of a process that died: until when what it gave to the kernel may arrive. */
  arrivesUntil?: number;
}

/** What a dead process gave to the kernel arrives a moment before its permits may close. */
const DRAIN_MS = 1_999;

interface Surroundings {
  readonly schedule: Schedule;
  readonly judge: Judge;
  /** One that may be dead: then the answer is undefined. */
  readonly call: <T>(consent: number, work: (consent: ConsentModel) => Promise<T>) => Promise<T | undefined>;
  readonly spawn: (work: Promise<unknown>) => void;
}

/** The publishers: two processes over one schema of postings, and what the partners hold. */
export class Publishers {
  readonly processes: { process: Process; session?: string }[] = [
    { process: new Process('publisher 0') },
    { process: new Process('publisher 1') },
  ];
  /** The latest decision heard of each offer. */
  readonly heard = new Map<string, Decided>();
  /** By posting: the version that the partner has by the publishers' knowledge. */
  readonly known = new Map<string, number>();
  /** By posting: the revision that the partner has in truth. */
  readonly held = new Map<string, number | undefined>();
  /** Removals that partners confirmed, told to consent sooner or later. */
  readonly removed = new Map<
    string,
    { readonly offerId: string; readonly partner: string; readonly version: number }
  >();
  private readonly sends = new Set<UnderWay>();

  constructor(private readonly world: Surroundings) {}

  /** A topic: duplicates, replays and late events change nothing. */
  hear(decided: Decided): void {
    const before = this.heard.get(decided.offerId);
    if (before === undefined || before.version < decided.version) this.heard.set(decided.offerId, decided);
  }

  async open(at: number): Promise<void> {
    const publisher = this.processes[at];
    if (publisher?.process.alive !== true || publisher.session !== undefined) return;
    const session = await this.world.call(at, (consent) => consent.openSession());
    if (session !== undefined) publisher.session ??= session;
  }

  kill(at: number): string | undefined {
    const publisher = this.processes[at];
    if (publisher?.process.alive !== true) return undefined;
    publisher.process.die();
    for (const send of this.sends)
      if (send.process === publisher.process) send.arrivesUntil = this.world.schedule.now + DRAIN_MS;
    this.processes[at] = { process: new Process(`publisher ${at}`) };
    return publisher.session;
  }

  /** What was with the kernel when its process died arrives late, or never. */
  keepTime(): void {
    for (const send of this.sends) {
      if (send.arrivesUntil === undefined || send.arrivesUntil > this.world.schedule.now) continue;
      this.write(send);
      this.end(send);
    }
  }

  wantedOf(offerId: string, partner: string): Posting | undefined {
    return this.heard.get(offerId)?.postings.find((posting) => posting.partner === partner);
  }

  isDue(offerId: string, partner: string): boolean {
    const wanted = this.wantedOf(offerId, partner);
    return wanted !== undefined && wanted.version !== this.known.get(postingKey({ offerId, partner }));
  }

  /** One attempt at a posting as it is wanted by what was heard; also where nothing is due: a replay. */
  async attempt(at: number, offerId: string, partner: string, course: Course): Promise<void> {
    const { process, session } = this.processes[at] ?? {};
    const posting = this.wantedOf(offerId, partner);
    if (process === undefined || session === undefined || posting === undefined || posting.wanted === 'nothing') return;
    const attempt = this.world.schedule.name('attempt');
    const item: PermitItem = { attempt, offerId, partner, version: posting.version, kind: posting.wanted };
    await this.world.schedule.step(process);
    let answer = await this.ask(session, item, course);
    await this.world.schedule.step(process);
    if (answer === undefined && course.again) answer = await this.ask(session, item, { ...course, loses: 'nothing' });
    await this.world.schedule.step(process);
    const isPermit = answer?.judged.answer === 'permit';
    // Whoever gives an id up that was, or may have been, asked more than once closes it: a late ask is refused then.
    if (answer !== undefined && !isPermit && !course.twice && !course.again) return;
    if (isPermit) await this.send(process, item, posting, course.lasts);
    const outcome = isPermit ? 'answered' : 'notSent';
    await this.close(process, session, { attempt, outcome }, course);
  }

  private async ask(session: string, item: PermitItem, course: Course): Promise<Answered | undefined> {
    const { consent, mode, loses, twice } = course;
    const call = (which: number) => this.world.call(which, (one) => one.ask(session, [item], mode));
    if (loses === 'ask') return undefined;
    if (twice) this.world.spawn(call(consent + 1));
    const answers = await call(consent);
    return loses === 'answer' ? undefined : answers?.[0];
  }

  private async send(process: Process, item: PermitItem, posting: Posting, lasts: number): Promise<void> {
    const send: UnderWay = {
      permit: item.attempt,
      offerId: item.offerId,
      partner: item.partner,
      version: item.version,
      kind: posting.wanted,
      revision: posting.wanted === 'show' ? posting.revision : undefined,
      process,
      written: false,
    };
    this.world.judge.start(send);
    this.sends.add(send);
    await this.world.schedule.step(process);
    this.write(send);
    for (let step = 0; step <= lasts; step += 1) await this.world.schedule.step(process);
    this.end(send);
    const { offerId, partner, version } = send;
    this.known.set(postingKey(item), version);
    if (send.kind === 'remove') this.removed.set(postingKey(item), { offerId, partner, version });
  }

  private write(send: UnderWay): void {
    if (!send.written) this.held.set(postingKey(send), send.revision);
    send.written = true;
  }

  private end(send: UnderWay): void {
    this.sends.delete(send);
    this.world.judge.underWay.delete(send);
  }

  /** Again, until it is heard. */
  private async close(process: Process, session: string, closure: Closure, course: Course): Promise<void> {
    for (let at = course.consent; ; at += 1) {
      await this.world.schedule.step(process);
      const heard = await this.world.call(at, (consent) => consent.close(session, [closure]));
      if (heard !== undefined) break;
    }
    if (course.twice) this.world.spawn(this.world.call(course.consent, (consent) => consent.close(session, [closure])));
  }
}
