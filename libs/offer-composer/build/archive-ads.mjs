#!/usr/bin/env node
// Makes data/archive-ads.ndjson.gz from published ads. Run by hand when the table changes:
//   node build/archive-ads.mjs <folder that holds feeds/lba and ads-fr-eig>
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { feedAds } from './archive-feeds.table.mjs';
import { missionAds } from './archive-missions.table.mjs';
import { readFeeds } from './feeds.mjs';
import { tidied } from './plain-text.mjs';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node build/archive-ads.mjs <folder that holds feeds/lba and ads-fr-eig>');
  process.exit(64);
}
const feeds = readFeeds(folder);
const ads = Object.entries({ ...feedAds, ...missionAds }).map(([key, row]) => toDraft(key, row));
const lines = ads.map((ad) => `${JSON.stringify(ad)}\n`).join('');
writeFileSync(new URL('../data/archive-ads.ndjson.gz', import.meta.url), gzipSync(lines, { level: 9 }));
console.log(`archive-ads: ${ads.length} ads`);

/** A draft without days: whoever submits it says when it closes. */
function toDraft(key, row) {
  const ad = feeds.get(key);
  if (ad === undefined) throw new Error(`no ad ${key}`);
  const [source, id] = key.split(' ');
  const [communeInsee, postalCode] = row.at.split('/');
  const { rome, ogr, as: contract, requirements, remote, openings = 1 } = row;
  return {
    reference: `ARCHIVE-${source.toUpperCase()}-${id}`,
    title: titleOf(source, ad, row),
    description: `${textOf(ad, row)}\n\n${mark(source, id, ad)}`,
    occupation: { romeCode: rome, ...(ogr ? { ogrCode: ogr } : {}) },
    employer: {
      siret: '00010062800015',
      name: "Archive d'annonces publiques",
      naf: '91.01Z',
      anonymous: false,
    },
    workplaces: [{ communeInsee, postalCode, country: 'FR' }],
    contract,
    ...(row.fullTime ? { workingTime: { fullTime: true } } : {}),
    ...(row.pay ? { pay: { ...row.pay, ...(row.benefits ? { benefits: row.benefits } : {}) } } : {}),
    requirements,
    ...(remote ? { remote } : {}),
    openings,
    apply: { form: true },
  };
}

/** The ad's own; a mission has the name of its project only. */
function titleOf(source, ad, row) {
  if (source === 'eig') return `${row.title} - ${ad.title.trim()}`;
  return (
    row.title ??
    ad.title
      .replace(/^alternance ?[|-] ?/i, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

function textOf({ text }, { mask = [], cut = [], until }) {
  const lines = tidied(text).split('\n');
  const end = until === undefined ? lines.length : lines.findIndex((line) => line.startsWith(until));
  if (end === -1) throw new Error(`no line begins ${until}`);
  for (const pattern of cut)
    if (!lines.some((line) => pattern.test(line))) throw new Error(`nothing to cut: ${pattern}`);
  const kept = lines.slice(0, end).filter((line) => !cut.some((pattern) => pattern.test(line)));
  return tidied(mask.reduce(masked, kept.join('\n')));
}

/** A name with what stands for it; a name alone is a firm's. */
function masked(text, entry) {
  const [name, instead] = Array.isArray(entry) ? entry : [entry, '[entreprise]'];
  if (!text.includes(name)) throw new Error(`nothing to mask: ${name}`);
  return text.replaceAll(name, instead);
}

/** Where the text comes from, and that it is no job of today. */
function mark(source, id, { title }) {
  if (source === 'eig')
    return `Texte d'archive : mission « ${title.trim()} » du programme Entrepreneurs d'intérêt général, ${id.slice(0, 4)} (site-eig, Licence Ouverte), repris pour la démonstration d'Accord. Ce poste n'est plus à pourvoir.`;
  return `Texte d'archive : annonce tirée des exemples de flux de La bonne alternance (licence MIT), repris pour la démonstration d'Accord sans nom d'entreprise ni coordonnées. Ce poste n'est plus à pourvoir.`;
}
