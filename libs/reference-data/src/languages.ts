const names = new Intl.DisplayNames('fr', { type: 'language', fallback: 'none' });

/** Languages of work in France that CLDR has no French name for. */
const others: Readonly<Record<string, string>> = {
  fsl: 'langue des signes française',
  gcf: 'créole guadeloupéen ou martiniquais',
  gcr: 'créole guyanais',
  rcf: 'créole réunionnais',
  oci: 'occitan',
  buc: 'shibushi',
};

/** The French name of a language given by its ISO 639 code of two or three letters; undefined for a code of none. */
export function languageName(iso639: string): string | undefined {
  if (!/^[a-z]{2,3}$/.test(iso639)) return undefined;
  return others[iso639] ?? names.of(iso639);
}
