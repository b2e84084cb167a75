import type { OfferDraft } from '@accord/contracts/offer';

import type { Appellation } from '@accord/reference-data/appellations';

import { accented } from './accents.js';
import { Chance } from './chance.js';
import { composedOccupation, occupationDraw, type ComposedOccupation, type NamedSkill } from './composed-occupation.js';
import { contractFor, type Contract } from './contract.js';
import { dayAfter } from './days.js';
import { descriptionOf } from './description.js';
import { hoursFor } from './hours.js';
import { payFor } from './pay.js';
import { requirementsFor } from './requirements.js';
import { titleFor } from './title.js';
import { whereIs, type Place } from './where.js';
import { isAdapted, sizeOf, whoHires, type Hirer } from './who-hires.js';

export interface ComposeOptions {
  /** The day (yyyy-mm-dd) that starts and closings are counted from, and whose minimum wage holds. */
  readonly today?: string;
  /** Of this occupation; without it, of any that has ads. */
  readonly romeCode?: string;
}

/** Where nothing else is said, so that the same index is always the same offer. Offers to be submitted want the day it is. */
export const defaultToday = '2026-12-01';

/** Composed offers are marked in their reference as well as in their text. */
export const composedReference = (index: number): string => `COMPOSED-${String(index).padStart(7, '0')}`;

/**
 * The offer of this number: an occupation of ROME told from its sheet, in a real commune, by an invented establishment. Pure:
 * the same index, day and occupation give the same offer, on every machine.
 * @param index a whole number from 0 on
 */
export function composeOffer(index: number, { today = defaultToday, romeCode }: ComposeOptions = {}): OfferDraft {
  const chance = new Chance(index);
  const occupation = composedOccupation(romeCode ?? occupationDraw().pick(chance));
  const contract = contractFor(chance, occupation, today);
  const hirer = whoHires(chance, occupation.code, contract.type);
  const place = whereIs(chance, hirer.establishment);
  const appellation = appellationFor(chance, occupation);
  const missions = missionsFor(chance, occupation);
  const reference = composedReference(index);
  const draft = {
    occupation: { romeCode: occupation.code, ogrCode: appellation.code, label: appellation.label },
    ...whoAndWhere(chance, hirer, place),
    ...workOf(chance, practisedAs(occupation, appellation), contract, { missions, today }),
    ...around(chance, { occupation, hirer, reference, today }),
  };
  const story = {
    draft,
    occupation,
    appellation: accented(appellation.label),
    missions,
    placeName: place.name,
    employer: draft.employer.anonymous ? undefined : hirer.unit.name,
    agency: hirer.unit.agency,
  };
  return {
    reference,
    title: titleFor(chance, story.appellation, place.name, draft),
    description: descriptionOf(chance, story),
    ...draft,
  };
}

/** The name that ROME gives the occupation, or any other. */
function appellationFor(chance: Chance, { appellations }: ComposedOccupation): Appellation {
  const principal = appellations.find((appellation) => appellation.principal);
  return principal !== undefined && chance.happens(0.35) ? principal : chance.pick(appellations);
}

/** A name may be regulated in an occupation that is not as a whole (a statistician who is an actuary), and the reverse. */
const practisedAs = (occupation: ComposedOccupation, { regulated }: Appellation): ComposedOccupation => ({
  ...occupation,
  regulated: regulated ?? occupation.regulated,
});

/** Three to six things of the occupation's core, and one from beyond it now and then. */
function missionsFor(chance: Chance, { missions, otherMissions }: ComposedOccupation): NamedSkill[] {
  return [...chance.some(missions, chance.between(3, 6)), ...chance.some(otherMissions, chance.between(0, 2))];
}

/** An agency's offer names it (L5332-3); of the others one in thirty is anonymous. */
function whoAndWhere(
  chance: Chance,
  { unit, establishment }: Hirer,
  place: Place,
): Pick<OfferDraft, 'employer' | 'workplaces'> {
  return {
    employer: {
      siret: establishment.siret,
      name: unit.name,
      size: sizeOf(unit),
      naf: unit.naf,
      anonymous: !unit.agency && chance.happens(0.03),
      ...(isAdapted(unit) ? { adaptedCompany: true } : {}),
    },
    workplaces: [place.workplace],
  };
}

interface WorkContext {
  readonly missions: readonly NamedSkill[];
  readonly today: string;
}

function workOf(
  chance: Chance,
  occupation: ComposedOccupation,
  contract: Contract,
  { missions, today }: WorkContext,
): Pick<OfferDraft, 'contract' | 'workingTime' | 'pay' | 'requirements' | 'remote'> {
  const workingTime = hoursFor(chance, occupation, contract);
  const requirements = requirementsFor(chance, occupation, contract, missions);
  const { experience } = requirements;
  const pay = payFor(chance, { occupation, contract, workingTime, experience, day: contract.startDate ?? today });
  const remote = remoteFor(chance, occupation);
  return {
    contract,
    requirements,
    ...(workingTime ? { workingTime } : {}),
    ...(pay ? { pay } : {}),
    ...(remote ? { remote } : {}),
  };
}

/** Away from the workplace only where ROME says that the work allows it. */
function remoteFor(chance: Chance, { contexts }: ComposedOccupation): OfferDraft['remote'] {
  if (!contexts.has('300799')) return undefined;
  const draw = chance.number();
  if (draw < 0.25) return { mode: 'none' };
  return draw < 0.92 ? { mode: 'hybrid', daysPerWeek: chance.between(1, 3) } : { mode: 'full' };
}

interface Surroundings {
  readonly occupation: ComposedOccupation;
  readonly hirer: Hirer;
  readonly reference: string;
  readonly today: string;
}

function around(
  chance: Chance,
  { occupation: { family }, hirer: { unit }, reference, today }: Surroundings,
): Pick<OfferDraft, 'openings' | 'access' | 'apply' | 'closesOn' | 'opensOn'> {
  const draw = chance.number();
  const handicap = isAdapted(unit) || chance.happens(family.accessible);
  const senior = chance.happens(0.08);
  return {
    openings: draw < 0.82 ? 1 : draw < 0.92 ? 2 : draw < 0.99 ? chance.between(3, 6) : chance.between(8, 25),
    ...(handicap || senior
      ? { access: { ...(handicap ? { handicap } : {}), ...(senior ? { seniorFriendly: true } : {}) } }
      : {}),
    apply: chance.happens(0.65) ? { form: true } : { url: `https://recrutement.example/${unit.siren}/${reference}` },
    ...(chance.happens(0.03) ? { opensOn: dayAfter(today, chance.between(1, 6)) } : {}),
    closesOn: dayAfter(today, chance.between(20, 85)),
  };
}
