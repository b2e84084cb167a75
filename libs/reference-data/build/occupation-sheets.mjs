import { join } from 'node:path';

import { readCsv } from './csv.mjs';
import { writeTable } from './write-table.mjs';

const rome = (folder, name) => readCsv(join(folder, `rome-v4.60/unix_${name}_v460_utf8.csv.gz`));

/** Blocs and rubriques of a sheet that the tables take (unix_composition_bloc, unix_descriptif_rubrique). */
const parts = { knowHow: ['5', '1'], softSkills: ['5', '2'], knowledge: ['5', '3'], contexts: ['6', ''] };

/** What ROME says of each occupation: its definition, the way into it, its skills (those of its core first) and working contexts. */
export function buildOccupationSheets(folder) {
  const texts = textsByOccupation(rome(folder, 'texte'));
  const links = linksByOccupation(rome(folder, 'liens_rome_referentiels'));
  const core = coreItems(rome(folder, 'coherence_item'));
  const sectors = Map.groupBy(rome(folder, 'arborescence_secteur_naf'), ({ code_rome }) => code_rome);
  const coreFirst = (occupation, items = []) => {
    const isCore = (item) => core.has(`${occupation} ${item}`);
    return [items.filter(isCore), items.filter((item) => !isCore(item))].map((list) => list.join(' ')).join('|');
  };
  writeTable(
    'occupation-sheets',
    rome(folder, 'referentiel_code_rome').map(({ code_rome: code }) => [
      code,
      (texts.get(`${code} definition`) ?? []).join('|'),
      (texts.get(`${code} acces_metier`) ?? []).join('|'),
      coreFirst(code, links.get(`${code} knowHow`)),
      coreFirst(code, links.get(`${code} knowledge`)),
      (links.get(`${code} softSkills`) ?? []).join(' '),
      (links.get(`${code} contexts`) ?? []).join(' '),
      divisions(sectors.get(code) ?? []).join(' '),
    ]),
  );
  writeTable(
    'working-contexts',
    rome(folder, 'referentiel_contexte_travail').map((row) => [
      row.code_ogr,
      row.libelle_cont_travail,
      row.code_type_cont_trav,
    ]),
  );
}

/** The file doubles apostrophes as SQL does, and has lost the ligature of "œuvre": both are put right here. */
const repaired = (text) =>
  text
    .replaceAll("''", "'")
    .replace(/(?<!\p{L})(uvre|uvré|uvrer)(?!\p{L})/gu, 'œ$1')
    .replace(/\s+/g, ' ')
    .trim();

function textsByOccupation(rows) {
  const texts = new Map();
  for (const row of rows.toSorted((a, b) => Number(a.position_phrase) - Number(b.position_phrase))) {
    const text = repaired(row.libelle_texte);
    if (text.includes('|')) throw new Error(`${row.code_rome}: a text holds the separator: ${text}`);
    const key = `${row.code_rome} ${row.libelle_type_texte}`;
    texts.set(key, [...(texts.get(key) ?? []), text]);
  }
  return texts;
}

function linksByOccupation(rows) {
  const links = new Map();
  for (const row of rows) {
    const part = Object.keys(parts).find(
      (name) => parts[name][0] === row.code_compo_bloc && parts[name][1] === row.code_rubrique,
    );
    if (part === undefined) continue;
    const key = `${row.code_rome} ${part}`;
    links.set(key, [...(links.get(key) ?? []), row.code_ogr]);
  }
  return links;
}

const coreItems = (rows) =>
  new Set(rows.filter((row) => row.coeur_metier === 'Principale').map((row) => `${row.code_rome} ${row.code_ogr}`));

const divisions = (rows) => [...new Set(rows.map((row) => row.code_secteur_naf.padStart(2, '0')))].sort();
