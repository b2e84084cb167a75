import { Injectable } from '@nestjs/common';

import type { Posting } from './domain/posting.js';
import { Dispatcher } from './dispatcher.js';
import { Flights } from './flights.js';

/** Tells this process's lanes what was just committed; other processes notice by themselves. */
@Injectable()
export class LaneSignals {
  constructor(
    private readonly flights: Flights,
    private readonly dispatcher: Dispatcher,
  ) {}

  /** What comes down is cut where it is on its way; what is due is looked at. */
  changed(postings: readonly Posting[]): void {
    for (const { id, wanted } of postings) {
      if (wanted.kind !== 'show') this.flights.cutShow(id, wanted.version, 'no-longer-wanted');
    }
    this.dispatcher.wake(new Set(postings.map(({ partner }) => partner)));
  }
}
