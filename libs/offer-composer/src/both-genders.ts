/** A job's name for a man and for a woman; one name where it serves both. */
export interface BothGenders {
  readonly masculine: string;
  readonly feminine: string;
}

/** "Abatteur / Abatteuse de carrière" → "abatteur de carrière", "abatteuse de carrière". */
export function bothGenders(label: string): BothGenders {
  const [left = '', right, ...more] = label.split(' / ');
  if (right === undefined || more.length > 0) return { masculine: lowered(label), feminine: lowered(label) };
  const length = left.split(' ').length;
  const complement = right.split(' ').slice(length).join(' ');
  return {
    masculine: lowered(complement === '' ? left : `${left} ${complement}`),
    feminine: lowered(right),
  };
}

/** "un boulanger ou une boulangère"; "un ou une comptable". */
export function someone(label: string): string {
  const { masculine, feminine } = bothGenders(label);
  return masculine === feminine ? `un ou une ${masculine}` : `un ${masculine} ou une ${feminine}`;
}

/** With a small letter, unless it begins with an acronym. */
export const lowered = (text: string): string =>
  /^\p{Lu}[\p{Lu}\d]/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** What ROME says of anybody, said to the reader: "organiser son travail" → "organiser votre travail". */
export const yours = (text: string): string =>
  text.replace(/(?<!\p{L})(son|sa|ses)(?!\p{L})/gu, (word) => (word === 'ses' ? 'vos' : 'votre'));

/** "de préparer", "d'assurer": before a vowel or a mute h. */
export const de = (infinitive: string): string =>
  /^[aeiouyéèêâîôœh]/i.test(infinitive) &&
  !/^(?:hacher|haler|hisser|harceler|hausser|heurter|hiérarchiser)/i.test(infinitive)
    ? `d'${infinitive}`
    : `de ${infinitive}`;
