import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { parse } from 'csv-parse/sync';

import { fromHtml, fromMarkdown, unescaped } from './plain-text.mjs';

/** The text of an element, CDATA or escaped, of a file whose elements do not nest in their like. */
const textOf = (xml, name) => {
  const [, inner = ''] = new RegExp(`<${name}(?: [^>]*)?>([\\s\\S]*?)</${name}>`).exec(xml) ?? [];
  const [, data] = /^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/.exec(inner) ?? [];
  return data ?? unescaped(inner);
};
const each = (xml, name) => xml.match(new RegExp(`<${name}>[\\s\\S]*?</${name}>`, 'g')) ?? [];

/** Every ad of the feeds by its source and id: `apec 177777865W` → { title, text }. */
export function readFeeds(folder) {
  const lba = (name) => readFileSync(join(folder, 'feeds/lba', name), 'utf8');
  const ads = [
    ...each(lba('apec.xml'), 'Offre_emploi').map((xml) => [
      `apec ${textOf(xml, 'Reference_apec')}`,
      textOf(xml, 'Intitule'),
      fromHtml(textOf(xml, 'Texte_offre')),
    ]),
    ...each(lba('hellowork.xml'), 'job').map((xml) => [
      `hellowork ${textOf(xml, 'job_id')}`,
      textOf(xml, 'title'),
      `${textOf(xml, 'description')}\n\n${textOf(xml, 'profile')}`,
    ]),
    ...each(lba('kelio_talentview.xml'), 'job').map((xml) => [
      `kelio ${textOf(xml, 'id')}`,
      textOf(xml, 'name'),
      fromHtml(`${textOf(xml, 'html_description')}\n${textOf(xml, 'html_profile')}`),
    ]),
    ...each(lba('edf_talentsoft.xml'), 'offer').map((xml) => [
      `edf ${textOf(xml, 'reference')}`,
      textOf(xml, 'title'),
      ['description', 'missionDescription', 'applicantProfile'].map((part) => textOf(xml, part)).join('\n\n'),
    ]),
    ...each(lba('pass_fonction_publique.rss'), 'item').map((xml) => [
      `pass ${textOf(xml, 'dc:identifier')}`,
      textOf(xml, 'title').replace(/<[^>]+>/g, ''),
      fromHtml(textOf(xml, 'description')),
    ]),
    ...parse(lba('leboncoin.csv'), { columns: true, bom: true, trim: true }).map((row) => [
      `leboncoin ${row.identifiant}`,
      row.titre,
      row.description,
    ]),
    ...cegid(JSON.parse(lba('cegid_talentsoft_one.json'))),
    ...missions(folder),
  ];
  return new Map(ads.map(([key, title, text]) => [key, { title, text }]));
}

const cegid = (ad) => [[`cegid ${ad.reference}`, ad.title, `${ad.description1}\n\n${ad.description2}`]];

/** Missions of the programme Entrepreneurs d'intérêt général. */
const missions = (folder) =>
  gunzipSync(readFileSync(join(folder, 'ads-fr-eig/eig_defis.jsonl.gz')))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .map(({ id, front_matter: front, body }) => [
      `eig ${id.replace(/-01-01-/, '-').replace(/\.md$/, '')}`,
      /^title: "?([^"\n]*)/m.exec(front)?.[1] ?? '',
      fromMarkdown(body),
    ]);
