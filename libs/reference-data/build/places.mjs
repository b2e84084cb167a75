import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readCsv } from './csv.mjs';
import { writeTable } from './write-table.mjs';

/** Paris, Lyon and Marseille: the commune of a municipal arrondissement. */
const parents = [
  { pattern: /^751/, parent: '75056' },
  { pattern: /^132/, parent: '13055' },
  { pattern: /^6938/, parent: '69123' },
];

const rounded = (degrees) => (degrees === '' ? '' : String(Number(Number(degrees).toFixed(5))));
const json = (folder, name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

export function buildPlaces(folder) {
  const communes = readCsv(join(folder, 'geo/communes.csv.gz'));
  const known = new Set(communes.map((row) => row.code_insee));
  const former = formerCodes(folder, known);
  const postal = postalCodes(folder, communes, former);
  writeTable(
    'communes',
    communes.map((row) => [
      row.code_insee,
      row.nom,
      row.type === 'arrondissement-municipal' ? parents.find(({ pattern }) => pattern.test(row.code_insee)).parent : '',
      row.departement,
      row.region,
      [...postal.get(row.code_insee)].sort().join(' '),
      rounded(row.lat),
      rounded(row.lon),
      row.ze2020,
      row.population,
    ]),
  );
  writeTable('former-communes', [...former]);
  writeTable('postal-codes', byPostalCode(postal));
  writeTable('employment-areas', employmentAreas(communes));
  writeTable(
    'departments',
    json(folder, 'geo/departements.json').map((row) => [row.code, row.nom, row.region]),
  );
  writeTable(
    'regions',
    json(folder, 'geo/regions.json').map((row) => [row.code, row.nom]),
  );
}

/** INSEE codes of communes that merged, with the commune they are part of today. */
function formerCodes(folder, known) {
  const rows = readCsv(join(folder, 'geo/geocodes_passage_annuel_2025.csv.gz'), { separator: ';' });
  const moves = rows
    .filter((row) => row.Niveau === 'COM')
    .map((row) => [row['Ancien Code Officiel'], row['Code Courant Officiel']])
    .filter(([from, to]) => from !== to && !known.has(from) && known.has(to));
  return new Map(moves);
}

/** Postal codes by commune: those of the official list, and those La Poste still serves under a merged commune's code. */
function postalCodes(folder, communes, former) {
  const postal = new Map(
    communes.map((row) => [row.code_insee, new Set(row.codes_postaux.split('|').filter((code) => code !== ''))]),
  );
  for (const row of readCsv(join(folder, 'geo/laposte_hexasmal.csv.gz'), { separator: ';' })) {
    const commune = former.get(row.Code_commune_INSEE) ?? row.Code_commune_INSEE;
    postal.get(commune)?.add(row.Code_postal);
  }
  return postal;
}

function byPostalCode(postal) {
  const communes = new Map();
  for (const [commune, codes] of postal)
    for (const code of codes) communes.set(code, [...(communes.get(code) ?? []), commune]);
  return [...communes].map(([code, list]) => [code, list.sort().join(' ')]);
}

const employmentAreas = (communes) => [
  ...new Map(communes.filter((row) => row.ze2020 !== '').map((row) => [row.ze2020, row.lib_ze2020])),
];
