import type { EstablishmentAnswer } from '@accord/offer-checks/check';
import { z } from 'zod';

import { RegisterUnavailable, type EstablishmentRegister } from './establishment-register.js';
import type { RegisterHttp } from './register-http.js';

/** An entry of the sandbox's register of invented establishments. */
const entry = z.object({
  siret: z.string(),
  state: z.enum(['open', 'closed']),
  closedOn: z.string().nullish(),
  unitState: z.enum(['active', 'ceased']),
  naf: z.string().nullish(),
});

/** The register that comes with the sandbox: `GET /register/establishments/{siret}`. */
export class SandboxRegister implements EstablishmentRegister {
  readonly name = 'sandbox';

  constructor(private readonly http: RegisterHttp) {}

  async find(siret: string): Promise<EstablishmentAnswer> {
    const answer = await this.http.get(`/register/establishments/${encodeURIComponent(siret)}`);
    if (answer.status === 404) return { kind: 'unknown', siret };
    const parsed = entry.safeParse(answer.body);
    if (!parsed.success) throw new RegisterUnavailable('its answer has another shape', { cause: parsed.error });
    const { state, closedOn, unitState, naf } = parsed.data;
    return {
      kind: 'found',
      siret,
      open: state === 'open',
      ...(closedOn ? { closedOn } : {}),
      legalUnitActive: unitState === 'active',
      ...(naf ? { naf } : {}),
    };
  }

  close(): Promise<void> {
    return this.http.close();
  }
}
