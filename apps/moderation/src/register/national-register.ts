import type { EstablishmentAnswer } from '@accord/offer-checks/check';
import { z } from 'zod';

import { RegisterUnavailable, type EstablishmentRegister } from './establishment-register.js';
import type { RegisterHttp } from './register-http.js';

/** A: active, F: fermé. */
const establishment = z.object({
  siret: z.string(),
  etat_administratif: z.enum(['A', 'F']),
  date_fermeture: z.string().nullish(),
  activite_principale: z.string().nullish(),
});

/** The fields we read of a search in the API "Recherche d'entreprises". A: active, C: cessée. */
const searchAnswer = z.object({
  results: z.array(
    z.object({
      siren: z.string(),
      etat_administratif: z.enum(['A', 'C']),
      siege: establishment.nullish(),
      matching_etablissements: z.array(establishment).nullish(),
    }),
  ),
});

/** The State's open API over the Sirene register: a search by SIRET, which needs no key. */
export class NationalRegister implements EstablishmentRegister {
  readonly name = 'recherche-entreprises';

  constructor(private readonly http: RegisterHttp) {}

  async find(siret: string): Promise<EstablishmentAnswer> {
    const answer = await this.http.get(`/search?q=${encodeURIComponent(siret)}&page=1&per_page=1`);
    // A search that finds nothing answers an empty list: 404 means that the address is wrong, not the SIRET.
    if (answer.status === 404) throw new RegisterUnavailable('it answered 404 to a search');
    const parsed = searchAnswer.safeParse(answer.body);
    if (!parsed.success) throw new RegisterUnavailable('its answer has another shape', { cause: parsed.error });
    for (const unit of parsed.data.results) {
      const all = [...(unit.matching_etablissements ?? []), ...(unit.siege ? [unit.siege] : [])];
      const found = all.find((one) => one.siret === siret);
      if (found) return toAnswer(found, unit.etat_administratif === 'A');
    }
    return { kind: 'unknown', siret };
  }

  close(): Promise<void> {
    return this.http.close();
  }
}

function toAnswer(found: z.infer<typeof establishment>, legalUnitActive: boolean): EstablishmentAnswer {
  return {
    kind: 'found',
    siret: found.siret,
    open: found.etat_administratif === 'A',
    ...(found.date_fermeture ? { closedOn: found.date_fermeture } : {}),
    legalUnitActive,
    ...(found.activite_principale ? { naf: found.activite_principale } : {}),
  };
}
