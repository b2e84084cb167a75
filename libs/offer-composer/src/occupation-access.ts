import type { trainingLevel } from '@accord/contracts/code-lists';
import type { OccupationSheet } from '@accord/reference-data/occupation-sheets';
import type { z } from 'zod';

export type TrainingLevel = z.infer<typeof trainingLevel>;

/** What the sheet's "accès au métier" asks for. */
export interface Access {
  /** The lowest level it names; none when it names no diploma. */
  readonly level?: TrainingLevel;
  /** The sheet says that one may come without a diploma. */
  readonly openToAll: boolean;
  /** Diplomas of that level that the sheet lists: "CAP Boulanger". */
  readonly diplomas: readonly string[];
  /** Categories of driving licences it names. */
  readonly licences: readonly string[];
}

interface Level {
  readonly level: TrainingLevel;
  /** How a text names it. */
  readonly named: RegExp;
  /** How the names of its diplomas begin. */
  readonly diploma: RegExp;
}

/** From the lowest to the highest: the first that is found is the way in. */
const levels: readonly Level[] = [
  {
    level: 'NV5',
    named: /\bCAP\b|\bBEP\b|\bBPA\b|\bniveau 3\b|\bCAPA\b/,
    diploma: /^(?:CAP|BPA|BEP|CAPA)\b/,
  },
  {
    level: 'NV4',
    named: /\bBac\b(?! ?\+)|[Bb]accalauréat|[Bb]revet [Pp]rofessionnel|\bniveau 4\b|\bBPJEPS\b/,
    diploma: /^(?:Bac pro|BP |BPJEPS|BMA)/,
  },
  { level: 'NV3', named: /Bac ?\+ ?2|\bBTSA?\b|\bDUT\b|\bniveau 5\b|\bDEUST\b/, diploma: /^(?:BTSA?|DEUST)\b/ },
  {
    level: 'NV2',
    named: /Bac ?\+ ?[34]|[Ll]icence|\bBUT\b|\bBachelor\b|\bniveau 6\b|[Dd]iplôme d'[ÉEé]tat/,
    diploma: /^(?:Licence|BUT|DEJEPS)\b|^Diplôme d'[ÉE]tat/,
  },
  {
    level: 'NV1',
    named: /Bac ?\+ ?[5-9]|Bac ?\+ ?1\d|[Mm]aster|\bniveau [78]\b|[Ii]ngénieur|[Dd]octorat/,
    diploma: /^Master\b/,
  },
];

const openToAll = /sans diplôme|sans (?:formation|qualification)|aucun diplôme|sans niveau|sans expérience/i;
const licences = /[Pp]ermis (?:de conduire )?(?:de catégorie )?(B|C1?E?|D1?E?|BE)\b/g;
const longest = 90;

/**
 * What a sheet asks for, as far as a reader of words can tell.
 * @param papers labels of the diplomas that the sheet lists among its savoirs
 */
export function accessOf({ access }: OccupationSheet, papers: readonly string[]): Access {
  const text = access.join(' ');
  const found = levels.find(({ named }) => named.test(text));
  return {
    ...(found ? { level: found.level } : {}),
    diplomas: found ? papers.filter((paper) => found.diploma.test(paper) && paper.length <= longest) : [],
    openToAll: openToAll.test(text),
    licences: [...new Set([...text.matchAll(licences)].map(([, code = '']) => code))],
  };
}
