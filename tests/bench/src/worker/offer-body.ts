import { composeOffer } from '@accord/offer-composer/compose-offer';
import { inventedUnits } from '@accord/offer-composer/establishments';

/**
 * One composed offer, of this establishment instead of the one it was composed for: another text for each number. On show at
 * once, where the composed one may wait for a day to come.
 */
export function offerBody(siret: string, index: number, today: string): string {
  const unit = inventedUnits.find(({ establishments }) => establishments.some((one) => one.siret === siret));
  if (unit === undefined) throw new Error(`nobody invented ${siret}`);
  const { opensOn, ...draft } = composeOffer(index, { today });
  const employer = { siret, name: unit.name, naf: unit.naf };
  return JSON.stringify({ ...draft, reference: `BENCH-${index}`, employer });
}
