/** La Poste's SIREN. Its establishments' numbers outgrew Luhn's formula and follow a rule of their own. */
const laPoste = '356000000';

const digitsOf = (text: string): number[] => [...text].map(Number);

/** Luhn's formula: every second digit from the right doubled, the sum a multiple of ten. */
export function passesLuhn(digits: string): boolean {
  const sum = digitsOf(digits)
    .toReversed()
    .map((digit, position) => (position % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2))
    .reduce((total, value) => total + value, 0);
  return sum % 10 === 0;
}

export const isValidSiren = (siren: string): boolean => /^\d{9}$/.test(siren) && passesLuhn(siren);

/** Whether the check digits of an establishment's number are right: Luhn; for La Poste, a digit sum that is a multiple of 5. */
export function isValidSiret(siret: string): boolean {
  if (!/^\d{14}$/.test(siret)) return false;
  if (!siret.startsWith(laPoste)) return passesLuhn(siret) && isValidSiren(siret.slice(0, 9));
  return passesLuhn(siret) || digitsOf(siret).reduce((total, digit) => total + digit, 0) % 5 === 0;
}
