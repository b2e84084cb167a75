import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';

import type { MandateView } from './bodies.js';
import { type Actor, type Mandate, MandateStore } from './mandate.store.js';
import { noSuchMandate, roleOf, ShowMandates, type Viewer } from './show-mandates.js';

/** A declared mandate is confirmed, by the employer or an operator; any mandate is ended, by either side or an operator. */
@Injectable()
export class ChangeMandate {
  constructor(
    private readonly mandates: MandateStore,
    private readonly show: ShowMandates,
  ) {}

  /** Asked again, it changes nothing. @throws Problem not-found, forbidden, state-forbids */
  async confirm(viewer: Viewer, id: string): Promise<MandateView> {
    const { mandate, actor } = await this.asked(viewer, id);
    if (actor.role === 'agent') throw new Problem('forbidden', 'Who declared a mandate cannot confirm it.');
    if (mandate.standing === 'ended')
      throw new Problem('state-forbids', 'It is over: have another one granted, or declare one.');
    await this.mandates.confirm(id, actor);
    return this.show.one(viewer, id);
  }

  /** From the answer on nothing is written under it. Asked again, it changes nothing. @throws Problem not-found */
  async end(viewer: Viewer, id: string, reason: string | undefined): Promise<MandateView> {
    const { mandate, actor } = await this.asked(viewer, id);
    if (mandate.standing !== 'ended') await this.mandates.end(id, actor, reason);
    return this.show.one(viewer, id);
  }

  private async asked(viewer: Viewer, id: string): Promise<{ mandate: Mandate; actor: Actor }> {
    const mandate = await this.mandates.find(id);
    const role = mandate && roleOf(viewer, mandate);
    if (mandate === undefined || role === undefined) throw noSuchMandate();
    return { mandate, actor: { role, id: viewer.role === 'operator' ? viewer.id : viewer.siren } };
  }
}
