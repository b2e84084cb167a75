import type { StopCall } from '@accord/contracts/internal/stops';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';

import { AskStop, type StopView } from './ask-stop.js';
import { Directory } from './directory.js';
import { StopCallStore } from './stop-call.store.js';

/** Kill switch: a halt in consent outranks every clause until it is lifted; removals still go out. */
@Injectable()
export class HaltPartner {
  constructor(
    private readonly directory: Directory,
    private readonly calls: StopCallStore,
    private readonly askStop: AskStop,
  ) {}

  /** Committed here first, so that it is asked of consent until consent has heard it. @throws Problem not-found */
  async execute(
    partner: string,
    lifted: boolean,
    by: { readonly actor: string; readonly reason: string },
  ): Promise<StopView> {
    const call: StopCall = {
      kind: 'halt',
      stop: uuid(),
      scope: { kind: 'partner', partner },
      lifted,
      // Consent lets whoever set a halt lift it: the operators, whichever of them is on duty.
      by: 'operator',
      reason: by.reason,
    };
    const what = { actor: by.actor, what: lifted ? 'lifted the halt' : `halted: ${by.reason}` };
    await this.directory.change(partner, what, async (tx, locked) => {
      locked.partner.halted = !lifted;
      await this.calls.add(tx, partner, call);
    });
    return this.askStop.execute(call);
  }
}
