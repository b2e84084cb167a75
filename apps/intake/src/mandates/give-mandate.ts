import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';

import { belongsTo } from '../domain/mandate.js';
import { violates } from '../refusals.js';
import type { MandateView, NewMandate } from './bodies.js';
import { type Mandate, MandateStore, type NewRow } from './mandate.store.js';
import { ShowMandates } from './show-mandates.js';

/** An employer grants a mandate; or an agent declares one, which waits until the employer or an operator confirms it. */
@Injectable()
export class GiveMandate {
  constructor(
    private readonly db: DataSource,
    private readonly mandates: MandateStore,
    private readonly show: ShowMandates,
  ) {}

  /** `caller`: its SIREN. @throws Problem invalid-request, conflict */
  async execute(caller: string, asked: NewMandate): Promise<MandateView> {
    const mandate = rowOf(caller, asked);
    assertScope(mandate);
    assertDays(mandate, await this.mandates.today());
    try {
      await this.db.transaction(async (tx) => {
        await this.mandates.closeLapsed(tx, mandate.holder, mandate.agent);
        await this.mandates.add(tx, mandate);
      });
    } catch (error) {
      if (!violates(error, 'mandate_open')) throw error;
      throw isThere(await this.mandates.of(mandate.holder, mandate.agent));
    }
    return this.show.one({ role: 'party', siren: caller }, mandate.id);
  }
}

function rowOf(caller: string, { agent, holder, kind, sirets, acts, startsOn, endsOn, proof }: NewMandate): NewRow {
  const granted = agent !== undefined;
  return {
    id: uuid(),
    holder: holder ?? caller,
    agent: agent ?? caller,
    kind,
    sirets: sirets ?? null,
    acts,
    proof: proof ?? null,
    declaredBy: granted ? 'holder' : 'agent',
    state: granted ? 'active' : 'pending',
    startsOn,
    endsOn,
  };
}

function assertScope({ holder, agent, sirets, declaredBy }: NewRow): void {
  if (holder === agent) {
    const pointer = declaredBy === 'holder' ? '/agent' : '/holder';
    throw refusal('A mandate is for somebody else.', pointer, 'yourself', 'name another SIREN than your own');
  }
  const strange = (sirets ?? []).findIndex((siret) => !belongsTo(siret, holder));
  if (strange < 0) return;
  const message = `this establishment is not one of ${holder}: its SIRET would begin with it`;
  throw refusal('A mandate is about the employer’s establishments.', `/sirets/${strange}`, 'siret-of-another', message);
}

function assertDays({ startsOn, endsOn }: NewRow, today: string): void {
  if (endsOn !== undefined && endsOn < today)
    throw refusal('The mandate would be over.', '/endsOn', 'past', `write ${today} or a later day`);
  if (startsOn !== undefined && endsOn !== undefined && endsOn < startsOn)
    throw refusal(
      'The mandate would end before it begins.',
      '/endsOn',
      'before-start',
      `write ${startsOn} or a later day`,
    );
}

const refusal = (detail: string, pointer: string, code: string, message: string): Problem =>
  new Problem('invalid-request', detail, [{ pointer, code, message }]);

const isThere = (mandate: Mandate | undefined): Problem =>
  new Problem('conflict', 'There is a mandate between the two already: end it first, or confirm it.', [], {
    members: mandate === undefined ? {} : { mandate: { id: mandate.id, state: mandate.state } },
  });
