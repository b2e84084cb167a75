import type { Subject } from '@accord/service/authentication';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';

import { belongsTo } from '../domain/mandate.js';
import type { Employer } from '../employer.js';
import { mandateLacks } from './mandate-refusals.js';
import { type Mandate, MandateStore } from './mandate.store.js';

/** Finds out for whom a caller acts: itself, or the employer it names, under a mandate in force. */
@Injectable()
export class ActFor {
  constructor(private readonly mandates: MandateStore) {}

  /** @throws Problem malformed-header, mandate-required */
  async execute({ id, sirets }: Subject, onBehalfOf: string | undefined): Promise<Employer> {
    if (onBehalfOf === undefined || onBehalfOf.trim() === id) return { holder: id, by: id, sirets: new Set(sirets) };
    const holder = sirenIn(onBehalfOf);
    const mandate = await this.mandates.of(holder, id);
    if (mandate === undefined) throw mandateLacks(undefined);
    const { standing } = mandate;
    if (standing !== 'inForce') throw mandateLacks({ ...mandate, standing });
    const { kind, acts } = mandate;
    return { holder, by: id, sirets: establishmentsOf(mandate), mandate: { id: mandate.id, kind, acts } };
  }
}

const establishmentsOf = ({ holder, sirets }: Mandate): Employer['sirets'] =>
  sirets === null ? { has: (siret) => belongsTo(siret, holder) } : new Set(sirets);

function sirenIn(header: string): string {
  const siren = header.trim();
  if (/^\d{9}$/.test(siren)) return siren;
  const message = 'must be the SIREN (9 digits) of the employer you act for';
  throw new Problem('malformed-header', `Accord-On-Behalf-Of ${message}.`, [
    { pointer: '/accord-on-behalf-of', in: 'header', code: 'wrong-format', message },
  ]);
}
