/** Capital E before one consonant and a vowel, or before such a pair as "tr": an É that ROME writes without its accent. */
const bareE = /(?<=^|\/ )E(?=[bcdfglmnpqrtv][aeiouyéèê]|[bcdfgptv][rl]|ch)/g;

/** A label of ROME with the accents and ligatures that its capitals lack: "Etre à l'écoute" → "Être à l'écoute". */
export const accented = (label: string): string =>
  label
    .replace(/^Etre(?!\p{L})/u, 'Être')
    .replace(bareE, 'É')
    .replace(/(?<!\p{L})oeuvre/gu, 'œuvre')
    .replace(/(?:,? ?\.\.\.|…)$/, '')
    .replace(/,? ?\.\.\./g, '…')
    .replace(/ ,/g, ',');
