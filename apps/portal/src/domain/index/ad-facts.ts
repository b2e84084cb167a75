import type { ShowableOffer } from '@accord/contracts/showable-offer';

import { MOST_HOURS, MOST_YEARS, OPENING_STEPS, stepsReached } from '../steps.js';
import { term } from '../terms.js';

/** Terms of what an ad says in codes: contract, hours, experience and the like; place and pay apart. */
export function factTerms(view: ShowableOffer): string[] {
  const { occupation, employer, contract, requirements, openings, access, remote, source } = view;
  const { romeCode } = occupation;
  return [
    ...[romeCode, romeCode.slice(0, 3), romeCode.slice(0, 1)].map((code) => term('occupation', code)),
    ...(occupation.ogrCode === undefined ? [] : [term('appellation', occupation.ogrCode)]),
    ...sectorTerms(employer.naf),
    term('contract', contract.type),
    term('nature', contract.nature),
    ...workingTimeTerms(view.workingTime),
    term('experience', requirements.experience.exigence),
    term('years', yearsAsked(requirements.experience)),
    ...(requirements.trainings ?? []).map(({ level }) => term('training', level)),
    ...(requirements.qualification === undefined ? [] : [term('qualification', requirements.qualification)]),
    ...(requirements.licences ?? []).map(({ code }) => term('licence', code)),
    ...(requirements.languages ?? []).map(({ iso639 }) => term('language', iso639)),
    term('remote', remote?.mode ?? 'none'),
    ...stepsReached(OPENING_STEPS, openings).map((step) => term('openings', step)),
    ...(access?.handicap === true ? [term('access', 'handicap')] : []),
    ...(access?.inclusion === true ? [term('access', 'inclusion')] : []),
    ...(employer.adaptedCompany === true ? [term('access', 'adapted')] : []),
    term('employer', employer.anonymous ? 'anonymous' : 'named'),
    term('origin', source?.partner ?? 'employer'),
  ];
}

/** A NAF code at each of its levels: 62, 620, 6201, 6201Z. */
function sectorTerms(naf: string | undefined): string[] {
  const code = naf?.replace('.', '');
  return code === undefined ? [] : [2, 3, 4, 5].map((length) => term('sector', code.slice(0, length)));
}

/** Full time where the ad says so, or asks for 35 hours and more; hours whole, minutes left out. */
function workingTimeTerms(time: ShowableOffer['workingTime']): string[] {
  const hours = time?.weeklyHours;
  const full = time?.fullTime ?? (hours === undefined ? undefined : hours >= 35);
  return [
    ...(full === undefined ? [] : [term('workingTime', full ? 'full' : 'part')]),
    ...(hours === undefined || hours === 0 ? [] : [term('hours', Math.min(hours, MOST_HOURS))]),
  ];
}

type Experience = ShowableOffer['requirements']['experience'];

/** Whole years an ad asks for, rounded up: none of a beginner; one where it asks for experience and does not say how much. */
export function yearsAsked({ exigence, min, unit }: Experience): number {
  if (exigence === 'D') return 0;
  if (min === undefined) return exigence === 'E' ? 1 : 0;
  const perYear = { JO: 365, MO: 12, AN: 1 }[unit ?? 'AN'];
  return Math.min(MOST_YEARS, Math.ceil(min / perYear));
}
