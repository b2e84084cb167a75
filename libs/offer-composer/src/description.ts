import type { Chance } from './chance.js';
import { shapes } from './shapes.js';
import type { Paragraph, Story } from './story.js';

const least = 500;
const most = 2_000;

/** Every composed text ends with it: nobody may take an invented job for one that exists. */
export const composedMark = (romeCode: string): string =>
  `Annonce composée à partir de la fiche ROME ${romeCode} pour la démonstration d'Accord : l'employeur est inventé et ce poste n'existe pas.`;

/** 500 to 2,000 characters in one of several shapes, the mark last. */
export function descriptionOf(chance: Chance, story: Story): string {
  const paragraphs = chance.pick(shapes)(story, chance);
  const mark = composedMark(story.occupation.code);
  const room = most - mark.length - 2;
  const fitting = leftOut(paragraphs, room);
  const body = fitting.map(({ text }) => text).join('\n\n');
  return `${lengthened(body, least - mark.length - 2, story)}\n\n${mark}`;
}

/** Drops what is not needed from the end until the rest fits. */
function leftOut(paragraphs: readonly Paragraph[], room: number): readonly Paragraph[] {
  let length = paragraphs.reduce((sum, { text }) => sum + text.length + 2, 0);
  const kept = paragraphs.toReversed().filter(({ text, needed }) => {
    if (needed || length <= room) return true;
    length -= text.length + 2;
    return false;
  });
  return kept.toReversed();
}

/** A text that came out short is completed by what the sheet says besides. */
function lengthened(body: string, wanted: number, { occupation }: Story): string {
  let text = body;
  const more = [
    ...occupation.sentences.filter((sentence) => !body.includes(sentence)),
    ...occupation.otherMissions.map(({ label }) => `Vous pouvez aussi être amené ou amenée à ${lower(label)}.`),
  ];
  for (const sentence of more) {
    if (text.length >= wanted) return text;
    text += `\n${sentence}`;
  }
  return text;
}

const lower = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);
