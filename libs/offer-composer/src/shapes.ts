import { de, lowered, someone, yours } from './both-genders.js';
import type { Chance } from './chance.js';
import type { Paragraph, Story } from './story.js';
import {
  askedWords,
  contractWords,
  experienceWords,
  hoursWords,
  payWords,
  remoteWords,
  startWords,
} from './wording.js';
import { atPlace } from './where.js';

type Shape = (story: Story, chance: Chance) => Paragraph[];

const needed = (text: string): Paragraph => ({ text, needed: true });
const ifRoom = (...texts: readonly (string | undefined)[]): Paragraph[] =>
  texts.flatMap((text) => (text === undefined || text === '' ? [] : [{ text, needed: false }]));

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
const enumerated = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} et ${parts.at(-1)}`;
const bullets = (lines: readonly string[], mark = '-'): string => lines.map((line) => `${mark} ${line}`).join('\n');
const labels = ({ missions }: Story): string[] => missions.map(({ label }) => label);

/** "Fournil des Remparts recrute …": how an ad begins. An agency says that it is one. */
function opening({ employer, agency, appellation, placeName, occupation }: Story, chance: Chance): string {
  const wanted = someone(appellation);
  const where = atPlace(placeName);
  if (agency)
    return `${employer}, agence d'intérim (entreprise de travail temporaire), recrute pour une entreprise cliente ${where} ${wanted}.`;
  const team = chance.pick(occupation.family.teams);
  if (employer === undefined)
    return chance.pick([
      `Notre établissement recrute ${where} ${wanted}.`,
      `Pour travailler avec ${team}, nous cherchons ${where} ${wanted}.`,
    ]);
  return chance.pick([
    `${employer} recrute ${where} ${wanted}.`,
    `${employer} cherche ${where} ${wanted} pour travailler avec ${team}.`,
    `Rejoignez ${employer} ${where} : nous cherchons ${wanted}.`,
    `${employer} ouvre un poste ${where} : dans ${team}, nous attendons ${wanted}.`,
    `${employer}, c'est d'abord ${team}. Nous recrutons ${where} ${wanted}.`,
  ]);
}

const conditions = ({ draft }: Story): string =>
  sentence(
    [contractWords(draft), hoursWords(draft), remoteWords(draft)].filter((words) => words !== undefined).join(', '),
  );

const pay = ({ draft }: Story): string | undefined => {
  const words = payWords(draft);
  const benefits = draft.pay?.benefits ?? [];
  if (words === undefined) return undefined;
  return `Rémunération : ${words}.${benefits.length > 0 ? ` S'y ajoutent : ${enumerated(benefits)}.` : ''}`;
};

function profile({ draft, occupation }: Story): string {
  const asked = [experienceWords(draft), ...askedWords(draft)];
  const knowledge = occupation.knowledge.slice(0, 2).map(({ label }) => lowered(label));
  return `${sentence(enumerated(asked))}${knowledge.length > 0 ? ` Connaissances utiles : ${enumerated(knowledge)}.` : ''}`;
}

const soft = ({ draft: { requirements } }: Story): string | undefined =>
  requirements.softSkills && `Vous savez ${yours(enumerated(requirements.softSkills.map(lowered)))}.`;

const openings = ({ draft }: Story): string =>
  draft.openings > 1 ? `${draft.openings} postes sont à pourvoir.` : 'Un poste est à pourvoir.';

/** Missions in a list, each part under its title. */
const listed: Shape = (story, chance) => [
  needed(`${opening(story, chance)} ${chance.pick(story.occupation.family.settings)}`),
  needed(
    `${chance.pick(['Vos missions', 'Vos missions principales', 'Au quotidien, vous serez chargé ou chargée de'])} :\n${bullets(labels(story))}`,
  ),
  needed(`Votre profil\n${profile(story)}`),
  ...ifRoom(soft(story)),
  needed(`Le contrat\n${conditions(story)} Prise de poste : ${startWords(story.draft)}.`),
  ...ifRoom(pay(story)),
];

/** A letter, without lists. */
const told: Shape = (story, chance) => {
  const tasks = labels(story)
    .slice(0, 4)
    .map((label) => de(lowered(label)));
  return [
    needed(opening(story, chance)),
    ...ifRoom(story.occupation.sentences.slice(0, 2).join(' ')),
    needed(`Vous aurez pour mission ${yours(enumerated(tasks))}. ${chance.pick(story.occupation.family.settings)}`),
    needed(`Nous demandons : ${enumerated([experienceWords(story.draft), ...askedWords(story.draft)])}.`),
    ...ifRoom(soft(story)),
    needed(`Nous proposons : ${lowered(conditions(story))} Début : ${startWords(story.draft)}.`),
    ...ifRoom(pay(story)),
  ];
};

/** A sheet of facts, as public services and large houses write. */
const facts: Shape = (story, chance) => {
  const { draft } = story;
  const lines = [
    `Poste : ${story.appellation}`,
    `Lieu : ${story.placeName}`,
    `Contrat : ${contractWords(draft)}`,
    ...(hoursWords(draft) === undefined ? [] : [`Temps de travail : ${hoursWords(draft)}`]),
    ...(payWords(draft) === undefined ? [] : [`Rémunération : ${payWords(draft)}`]),
    `Prise de fonction : ${startWords(draft)}`,
  ];
  return [
    needed(lines.join('\n')),
    needed(`Contexte\n${opening(story, chance)} ${chance.pick(story.occupation.family.settings)}`),
    needed(`Activités\n${bullets(labels(story), '•')}`),
    needed(
      `Compétences attendues\n${bullets(
        story.occupation.knowledge.slice(0, 4).map(({ label }) => label),
        '•',
      )}`,
    ),
    needed(`Profil\n${sentence(enumerated([experienceWords(draft), ...askedWords(draft)]))}`),
    ...ifRoom(soft(story), remoteWords(draft) && sentence(remoteWords(draft) ?? '')),
  ];
};

/** From the work to the reader. */
const addressed: Shape = (story, chance) => {
  const said = story.occupation.sentences.slice(0, chance.between(2, 4));
  return [
    needed(`${opening(story, chance)} ${openings(story)}`),
    ...ifRoom(said.length > 0 ? `Le poste\n${said.join(' ')}` : undefined),
    needed(`${said.length > 0 ? 'Et concrètement' : 'Le poste'}\n${bullets(labels(story).slice(0, 5))}`),
    needed(`Vous\n${profile(story)}`),
    needed(`Nous\n${chance.pick(story.occupation.family.settings)} ${conditions(story)}`),
    ...ifRoom(pay(story), `Prise de poste : ${startWords(story.draft)}.`),
  ];
};

/** Begins with a question. */
const asking: Shape = (story, chance) => {
  const [first = '', second = first, ...rest] = labels(story).map(lowered);
  return [
    needed(
      `${chance.pick(['Vous aimez', 'Vous savez', 'Vous avez envie de'])} ${yours(first)} ? Ce poste est peut-être le vôtre.`.replace(
        /envie de ([aeiouéèêhœ])/i,
        "envie d'$1",
      ),
    ),
    needed(`${opening(story, chance)} ${chance.pick(story.occupation.family.settings)}`),
    needed(`Chez nous, votre journée consiste aussi à ${yours(enumerated([second, ...rest.slice(0, 2)]))}.`),
    ...ifRoom(story.occupation.sentences.slice(0, 2).join(' ')),
    needed(`${profile(story)}`),
    needed(`${conditions(story)} ${openings(story)} Début : ${startWords(story.draft)}.`),
    ...ifRoom(pay(story), soft(story)),
  ];
};

/** Few words, as small employers write. */
const brief: Shape = (story, chance) => [
  needed(`${opening(story, chance)} ${conditions(story)}`),
  needed(`Le travail : ${enumerated(labels(story).slice(0, 4).map(lowered))}.`),
  needed(chance.pick(story.occupation.family.settings)),
  needed(sentence(enumerated([experienceWords(story.draft), ...askedWords(story.draft)]))),
  ...ifRoom(pay(story)),
  needed(`Début : ${startWords(story.draft)}. Réponse sous dix jours.`),
];

export const shapes: readonly Shape[] = [listed, listed, told, facts, addressed, asking, brief];
