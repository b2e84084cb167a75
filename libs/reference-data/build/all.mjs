#!/usr/bin/env node
// Makes data/*.tsv.gz from the published data sets. Run by hand when a nomenclature has a new version:
//   node build/all.mjs <folder that holds geo/, rome-v4.60/ and sectors-contracts/>
import { buildOccupations } from './occupations.mjs';
import { buildOccupationSheets } from './occupation-sheets.mjs';
import { buildPlaces } from './places.mjs';
import { buildSectors } from './sectors.mjs';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node build/all.mjs <folder that holds geo/, rome-v4.60/ and sectors-contracts/>');
  process.exit(64);
}
buildOccupations(folder);
buildOccupationSheets(folder);
buildPlaces(folder);
buildSectors(folder);
