import type { FranceTravailField } from './france-travail-fields.js';
import { drivingLicence, exigenceLetter, languageCode, languageLevel, trainingLevelCode } from './lists.js';
import { type Field, present, type Reading, textOf } from './reading.js';

type FieldOf = (name: FranceTravailField) => Field;
type Wanted<T> = readonly T[] | undefined;

/** The file has room for two of each; those that are given, in their order. */
const given = <T>(items: readonly (T | undefined)[]): Wanted<T> => {
  const said = items.filter((item) => item !== undefined);
  return said.length === 0 ? undefined : said;
};

export const franceTravailTrainings = (reading: Reading, field: FieldOf) =>
  given(
    (['1', '2'] as const).map((n) => {
      const level = reading.value(field(`Tfm_cle_${n}`), trainingLevelCode);
      const exigence = reading.value(field(`Dfm_exi_cle_${n}`), exigenceLetter) ?? 'S';
      return level && present({ level, domain: textOf(field(`Dfm_libelle_${n}`)), exigence });
    }),
  );

export const franceTravailLanguages = (reading: Reading, field: FieldOf) =>
  given(
    (['1', '2'] as const).map((n) => {
      const iso639 = reading.value(field(`Lan_cle_${n}`), languageCode);
      const level = reading.value(field(`NVL_cle_${n}`), languageLevel);
      const exigence = reading.value(field(`Lan_exi_cle_${n}`), exigenceLetter) ?? 'S';
      return iso639 && present({ iso639, level, exigence });
    }),
  );

export const franceTravailLicences = (reading: Reading, field: FieldOf) =>
  given(
    (['1', '2'] as const).map((n) => {
      const code = reading.value(field(`PCO_cle_${n}`), drivingLicence);
      const exigence = reading.value(field(`PCO_exi_cle_${n}`), exigenceLetter) ?? 'E';
      return code && present({ code, exigence });
    }),
  );
