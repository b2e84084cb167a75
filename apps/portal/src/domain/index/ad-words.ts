import type { ShowableOffer } from '@accord/contracts/showable-offer';
import { appellationByCode } from '@accord/reference-data/appellations';
import { occupationByCode } from '@accord/reference-data/occupations';

import { headTerm, nameTerm, titleTerm, wholeTitleTerm } from '../terms.js';
import { nameKey, placedStems, stemsOf } from '../words/stems.js';
import { titleName } from '../words/title-name.js';

/** Terms and where they stand; positions are for phrases. */
export type WordTerms = ReadonlyMap<string, readonly number[]>;

/** Between two texts of an ad, so that no phrase goes from one into the other. */
const GAP = 50;
/** PostgreSQL's last position in a tsvector, and how many of one word it keeps. */
const LAST_POSITION = 16_383;
const MOST_POSITIONS = 200;

/** The words of an ad: those of its title and of the job's names marked as such beside themselves. */
export function adWords(view: ShowableOffer): WordTerms {
  const terms = new Map<string, number[]>();
  const put = (word: string, position: number): void => {
    const positions = terms.get(word);
    if (positions === undefined) terms.set(word, [position]);
    else if (positions.length < MOST_POSITIONS) positions.push(position);
  };
  let next = 1;
  for (const [kind, text] of textsOf(view)) {
    const words = placedStems(text);
    for (const { stem, at } of words) {
      const position = Math.min(next + at, LAST_POSITION);
      put(stem, position);
      if (kind !== 'text') put(nameTerm(stem), position);
      if (kind === 'title') put(titleTerm(stem), position);
    }
    next += (words.at(-1)?.at ?? 0) + GAP;
  }
  const name = stemsOf(titleName(view.title));
  const [head] = name;
  if (head !== undefined) put(headTerm(head), 1);
  return terms.set(wholeTitleTerm(nameKey(name)), [1]);
}

/** The title first. What ROME calls the job names it too: words of it find the ad, but behind those of the title. */
function textsOf(view: ShowableOffer): (readonly ['title' | 'name' | 'text', string])[] {
  const { title, occupation, employer, requirements, workplaces, description } = view;
  const appellation = occupation.ogrCode === undefined ? undefined : appellationByCode(occupation.ogrCode)?.label;
  const names = [occupation.label, appellation, occupationByCode(occupation.romeCode)?.label];
  const texts = [
    employer.name,
    employer.brand,
    ...workplaces.map(({ label }) => label),
    ...(requirements.skills ?? []).map(({ label }) => label),
    ...(requirements.trainings ?? []).map(({ domain }) => domain),
    description,
  ];
  return [
    ['title', title],
    ...[...new Set(names)].flatMap((name) => (name === undefined ? [] : [['name', name] as const])),
    ...texts.flatMap((text) => (text === undefined ? [] : [['text', text] as const])),
  ];
}
