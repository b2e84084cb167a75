import { join } from 'node:path';

import { readCsv } from './csv.mjs';
import { writeTable } from './write-table.mjs';

const rome = (folder, name) => readCsv(join(folder, `rome-v4.60/unix_${name}_v460_utf8.csv.gz`));

/** Savoirs that are a paper: a diploma or title, or a right to do something (CACES, habilitation). */
const certificates = { Certifications: 'D', Habilitations: 'H' };

export function buildOccupations(folder) {
  const appellations = rome(folder, 'referentiel_appellation');
  const occupations = rome(folder, 'referentiel_code_rome');
  const domains = rome(folder, 'domaine_professionnel');
  checkDomains(occupations, domains);
  writeTable(
    'occupations',
    occupations.map((row) => [
      row.code_rome,
      row.libelle_rome,
      row.code_rome_parent,
      row.emploi_reglemente,
      row.emploi_cadre,
      appellations
        .filter(({ code_rome }) => code_rome === row.code_rome)
        .map(({ code_ogr }) => code_ogr)
        .join(' '),
    ]),
  );
  writeTable(
    'appellations',
    appellations.map((row) => [
      row.code_ogr,
      row.libelle_appellation_long,
      row.libelle_appellation_court === row.libelle_appellation_long ? '' : row.libelle_appellation_court,
      row.code_rome,
      row.emploi_reglemente,
      row.classification === 'PRINCIPALE' ? 'P' : '',
      row.peu_usite === 'O' ? 'R' : '',
    ]),
  );
  writeTable('occupation-domains', [
    ...rome(folder, 'grand_domaine').map((row) => [row.code_grand_domaine, row.libelle_grand_domaine]),
    ...domains.map((row) => [row.code_domaine_professionnel, row.libelle_domaine_professionnel]),
  ]);
  writeTable('skills', [
    ...rome(folder, 'referentiel_competence').map((row) => [
      row.code_ogr,
      row.libelle_competence,
      row.cat_comp === 'Savoir-faire' ? 'F' : 'E',
    ]),
    ...rome(folder, 'referentiel_savoir').map((row) => [
      row.code_ogr_savoir,
      row.libelle_savoir,
      certificates[row.sous_categorie_savoir] ?? 'S',
    ]),
  ]);
}

/** src/occupations.ts derives an occupation's domain from its code; a version of ROME where that fails must not be taken. */
function checkDomains(occupations, domains) {
  const known = new Set(domains.map((row) => row.code_domaine_professionnel));
  const strays = occupations.filter(({ code_rome }) => !known.has(code_rome.slice(0, 3)));
  if (strays.length > 0) throw new Error(`occupations outside every domain: ${strays.map((row) => row.code_rome)}`);
}
