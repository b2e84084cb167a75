import type { Subject } from '@accord/service/authentication';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';

import type { Stop } from '../domain/stop.js';
import { Keys } from '../keys.js';
import { readHead } from '../offers/offer.store.js';
import { ShowStop, type StopView } from '../stops/show-stop.js';
import { StopCarrier } from '../stops/stop-carrier.js';

/** One offer, or all of an employer's. */
export type Everywhere = { readonly offer: string } | { readonly employer: string };

/** Nothing of an offer or an employer is shown anywhere, whatever was agreed, until whoever said so lifts it. */
@Injectable()
export class StopEverywhere {
  constructor(
    private readonly db: DataSource,
    private readonly stops: StopCarrier,
    private readonly showStop: ShowStop,
    private readonly keys: Keys,
  ) {}

  /** @throws Problem not-found */
  stop(subject: Subject, what: Everywhere, waitMs: number): Promise<StopView> {
    const change = { kind: 'halt', setBy: subject.role, reason: 'stopped everywhere', version: null } as const;
    return this.carryOut(subject, what, { because: 'stop-everywhere', change }, waitMs);
  }

  /** An operator lifts what an operator set, an employer what it set itself. @throws Problem not-found */
  lift(subject: Subject, what: Everywhere, waitMs: number): Promise<StopView> {
    return this.carryOut(
      subject,
      what,
      { because: 'stop-everywhere-lifted', change: { kind: 'lift', setBy: subject.role } },
      waitMs,
    );
  }

  private async carryOut(
    subject: Subject,
    what: Everywhere,
    how: Pick<Stop, 'because' | 'change'>,
    waitMs: number,
  ): Promise<StopView> {
    const id = uuid();
    await this.stops.carryOut({
      id,
      ...(await this.scopeOf(subject, what)),
      ...how,
      actor: this.keys.actorOf(subject.id),
      requestedAt: new Date().toISOString(),
    });
    await this.stops.waitFor(id, waitMs);
    return this.showStop.execute(subject, id);
  }

  private async scopeOf(subject: Subject, what: Everywhere): Promise<Pick<Stop, 'scope' | 'holder'>> {
    const operator = subject.role === 'operator';
    if ('employer' in what) {
      if (!operator && what.employer !== subject.id) throw notYours;
      return { scope: { kind: 'holder', id: what.employer }, holder: what.employer };
    }
    const head = await readHead(this.db, what.offer);
    if (head === undefined || (!operator && head.holder_id !== subject.id)) throw notYours;
    return { scope: { kind: 'offer', id: what.offer }, holder: head.holder_id };
  }
}

const notYours = new Problem('not-found', 'No offer or employer of yours has this id.');
