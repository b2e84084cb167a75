/**
 * The vocabulary of the index. All that can be asked of an ad by equality is a term beside its words, so that words and
 * filters meet in one inverted index. A word is its stem; everything else has a mark that no word can begin with.
 */
const KINDS = {
  occupation: 'o',
  appellation: 'og',
  sector: 'n',
  commune: 'c',
  department: 'd',
  region: 'r',
  employmentArea: 'z',
  contract: 'k',
  nature: 'l',
  workingTime: 'w',
  hours: 'h',
  experience: 'x',
  years: 'e',
  training: 'f',
  qualification: 'q',
  licence: 'v',
  language: 'i',
  remote: 'm',
  pay: 'p',
  openings: 'u',
  access: 'a',
  employer: 'y',
  origin: 's',
  time: 't',
  cell: 'g',
} as const;

export type TermKind = keyof typeof KINDS;

export const term = (kind: TermKind, value: string | number): string => `${KINDS[kind]}:${value}`;
/** What stands before the value of this kind of term. */
export const termMark = (kind: TermKind): string => KINDS[kind];

/** A stem in the title. */
export const titleTerm = (stem: string): string => `=${stem}`;
/** A stem of what the job is called: in the title, or in what ROME or the employer calls the occupation. */
export const nameTerm = (stem: string): string => `~${stem}`;
/** The first stem of the title. */
export const headTerm = (stem: string): string => `^${stem}`;
/** The whole title. */
export const wholeTitleTerm = (key: string): string => `==${key}`;
