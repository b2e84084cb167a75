import type { OfferDraft } from '@accord/contracts/offer';
import { drivingLicences } from '@accord/reference-data/code-lists';

import type { Chance } from './chance.js';
import type { ComposedOccupation, NamedSkill } from './composed-occupation.js';
import type { Contract } from './contract.js';

export type Requirements = OfferDraft['requirements'];
export type Experience = Requirements['experience'];

/** What an ad asks of the candidate, out of what the occupation's sheet names. */
export function requirementsFor(
  chance: Chance,
  occupation: ComposedOccupation,
  contract: Contract,
  missions: readonly NamedSkill[],
): Requirements {
  const trainings = trainingsFor(chance, occupation);
  const languages = languagesFor(chance, occupation);
  const licences = licencesFor(chance, occupation);
  const { knowledge, authorisations } = occupation;
  const skills = [
    ...missions.slice(0, 4),
    ...chance.some(knowledge, chance.between(1, 3)),
    ...chance.some(authorisations, chance.happens(0.4) ? 1 : 0),
  ];
  const softSkills = chance.some(occupation.softSkills, chance.between(0, 3));
  return {
    experience: experienceFor(chance, occupation, contract),
    qualification: qualificationOf(occupation),
    ...(trainings.length > 0 ? { trainings } : {}),
    ...(languages.length > 0 ? { languages } : {}),
    ...(licences.length > 0 ? { licences } : {}),
    skills: skills.map(({ code, label }) => ({ code, label, exigence: chance.happens(0.35) ? 'E' : 'S' })),
    ...(softSkills.length > 0 ? { softSkills } : {}),
  };
}

/** Beginners start in training contracts, and in occupations that ask for no diploma more than in others. */
function experienceFor(chance: Chance, { access, managerial }: ComposedOccupation, { nature }: Contract): Experience {
  if (nature === 'E2' || nature === 'FS' || nature === 'EE') return { exigence: 'D' };
  const draw = chance.number();
  const beginners = managerial ? 0.1 : access.openToAll ? 0.6 : 0.38;
  if (draw < beginners) return { exigence: 'D' };
  const wished = draw < beginners + (1 - beginners) * 0.5;
  if (!managerial && chance.happens(0.25))
    return { exigence: wished ? 'S' : 'E', min: chance.pick([3, 6, 6, 12]), unit: 'MO' };
  const min = managerial ? chance.between(2, 8) : chance.between(1, 4);
  return {
    exigence: wished ? 'S' : 'E',
    min,
    ...(chance.happens(0.15) ? { max: min + chance.between(2, 5) } : {}),
    unit: 'AN',
  };
}

const manual = /^(A|B|F1[2-7]|H2|H3|I1|N11|K22|K23)/;

function qualificationOf({ access: { level }, domain, managerial }: ComposedOccupation): Requirements['qualification'] {
  if (managerial) return '9';
  if (level === 'NV1' || level === 'NV2') return '8';
  if (level === 'NV3') return '7';
  if (manual.test(domain)) return level === undefined ? '2' : level === 'NV5' ? '3' : '4';
  return level === undefined ? '5' : '6';
}

/** A regulated profession cannot be practised without; elsewhere more than half of the ads name a level. */
function trainingsFor(
  chance: Chance,
  { access, regulated }: ComposedOccupation,
): NonNullable<Requirements['trainings']> {
  if (!regulated && (access.level === undefined || chance.happens(0.4))) return [];
  const exigence = regulated || (!access.openToAll && chance.happens(0.4)) ? 'E' : 'S';
  const named = access.diplomas.length > 0 && chance.happens(0.7) ? { domain: chance.pick(access.diplomas) } : {};
  return [{ level: access.level ?? 'NV4', ...named, exigence }];
}

/** English first; the languages of neighbours and guests, and the one of signs. */
const languages = ['en', 'en', 'en', 'en', 'en', 'en', 'de', 'es', 'it', 'pt', 'ar', 'fsl', 'nl', 'zh'];

function languagesFor(chance: Chance, { family }: ComposedOccupation): NonNullable<Requirements['languages']> {
  if (!chance.happens(family.languages ?? 0.01)) return [];
  const level = chance.pick(['A2', 'B1', 'B1', 'B2', 'B2', 'C1'] as const);
  return [{ iso639: chance.pick(languages), level, exigence: chance.happens(0.4) ? 'E' : 'S' }];
}

function licencesFor(chance: Chance, { access, family }: ComposedOccupation): NonNullable<Requirements['licences']> {
  const named = access.licences.map((code) => ({ code, label: drivingLicences.label(code), exigence: 'E' as const }));
  if (named.length > 0 || !chance.happens(family.licenceB ?? 0)) return named;
  return [{ code: 'B', label: drivingLicences.label('B'), exigence: chance.happens(0.5) ? 'E' : 'S' }];
}
