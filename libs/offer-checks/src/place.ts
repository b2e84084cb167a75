import type { Finding } from '@accord/contracts/finding';
import type { Workplace } from '@accord/contracts/offer';
import { communeByCode, isPostalCode, successorOf, type Commune } from '@accord/reference-data/communes';
import { employmentAreaByCode } from '@accord/reference-data/territories';

import type { Check, CheckedOffer } from './check.js';
import { distanceKm } from './distance.js';

/** L5331-3, 3°: an offer must not mislead about the place of work. */
const falsePlace = { rule: 'FR-FALSE', article: 'L5331-3' } as const;

/** Farther from the middle of its commune than any place in it: the largest commune of Guyane reaches 130 km. */
const tooFarKm = 150;

type At = (field: keyof Workplace) => string;

const unknownCommune = (at: At): Finding => ({
  ...falsePlace,
  severity: 'block',
  pointer: at('communeInsee'),
  message: { fr: "Aucune commune n'a ce code INSEE.", en: 'No commune has this INSEE code.' },
  remedy: {
    fr: 'Écrivez le code INSEE de la commune, qui diffère de son code postal.',
    en: "Write the commune's INSEE code, which differs from its postal code.",
  },
});

const mergedCommune = (at: At, { code, name }: Commune): Finding => ({
  ...falsePlace,
  severity: 'advise',
  pointer: at('communeInsee'),
  message: {
    fr: `Cette commune fait partie de ${name} depuis une fusion.`,
    en: `This commune has become a part of ${name}.`,
  },
  remedy: { fr: `Écrivez communeInsee ${code}.`, en: `Write communeInsee ${code}.` },
});

const otherPostalCode = (at: At, { name, postalCodes }: Commune): Finding => ({
  ...falsePlace,
  severity: 'block',
  pointer: at('postalCode'),
  message: { fr: `Ce code postal n'est pas de ${name}.`, en: `This postal code is not one of ${name}.` },
  remedy: {
    fr: `Écrivez un code postal de la commune (${listed(postalCodes)}), ou corrigez la commune.`,
    en: `Write a postal code of the commune (${listed(postalCodes)}), or correct the commune.`,
  },
});

/** CEDEX codes are in no open list, and begin with the department's digits as the others do. */
const perhapsCedex = (at: At): Finding => ({
  ...falsePlace,
  severity: 'advise',
  pointer: at('postalCode'),
  message: {
    fr: "Ce code postal n'est pas au répertoire ; c'est peut-être un code CEDEX.",
    en: 'This postal code is not in the official list; it may be a CEDEX code.',
  },
  remedy: {
    fr: 'Écrivez le code postal géographique du lieu de travail.',
    en: 'Write the geographic postal code of the workplace.',
  },
});

const otherTerritory = (at: At, field: 'department' | 'region', { name, ...commune }: Commune): Finding => ({
  ...falsePlace,
  severity: 'block',
  pointer: at(field),
  message: {
    fr: `${name} n'est pas dans ${field === 'department' ? 'ce département' : 'cette région'}.`,
    en: `${name} is not in this ${field}.`,
  },
  remedy: { fr: `Écrivez ${field} ${commune[field]}.`, en: `Write ${field} ${commune[field]}.` },
});

const otherArea = (at: At, area: string): Finding => ({
  rule: 'CODE-LIST',
  severity: 'advise',
  pointer: at('employmentArea'),
  message: {
    fr: "Ce n'est pas la zone d'emploi 2020 de la commune.",
    en: "This is not the commune's employment area of 2020.",
  },
  remedy: { fr: `Écrivez employmentArea ${area}.`, en: `Write employmentArea ${area}.` },
});

const farAway = (at: At, { name }: Commune): Finding => ({
  ...falsePlace,
  severity: 'block',
  pointer: at('lat'),
  message: {
    fr: `Ce point est loin de ${name}.`,
    en: `This point is far away from ${name}.`,
  },
  remedy: {
    fr: "Vérifiez que lat est la latitude et lon la longitude, ou n'en donnez pas.",
    en: 'Check that lat is the latitude and lon the longitude, or leave them out.',
  },
});

const listed = (codes: readonly string[]): string =>
  codes.length > 5 ? `${codes.slice(0, 5).join(', ')} …` : codes.join(', ');

/** The first digits of a postal code say the department, with one pair for Corsica and three digits overseas. */
function mayBeIn(postalCode: string, department: string): boolean {
  if (department === '2A' || department === '2B') return postalCode.startsWith('20');
  return postalCode.startsWith(department);
}

function postalCodeFinding(at: At, postalCode: string, commune: Commune): Finding[] {
  if (commune.postalCodes.includes(postalCode)) return [];
  const cedex = !isPostalCode(postalCode) && mayBeIn(postalCode, commune.department);
  return [cedex ? perhapsCedex(at) : otherPostalCode(at, commune)];
}

function territoryFindings(at: At, place: Workplace, commune: Commune): Finding[] {
  const findings: Finding[] = [];
  for (const field of ['department', 'region'] as const)
    if (place[field] !== undefined && place[field] !== commune[field])
      findings.push(otherTerritory(at, field, commune));
  const area = commune.employmentArea;
  const given = place.employmentArea;
  if (given !== undefined && area !== undefined && given !== area && employmentAreaByCode(given))
    findings.push(otherArea(at, area));
  return findings;
}

function pointFindings(at: At, { lat, lon }: Workplace, commune: Commune): Finding[] {
  if (lat === undefined || lon === undefined || commune.location === undefined) return [];
  return distanceKm({ lat, lon }, commune.location) > tooFarKm ? [farAway(at, commune)] : [];
}

function ofPlace(place: Workplace, index: number): Finding[] {
  if (place.country !== 'FR') return [];
  const at: At = (field) => `/workplaces/${index}/${field}`;
  const today = communeByCode(place.communeInsee);
  const commune = today ?? successorOf(place.communeInsee);
  if (commune === undefined) return [unknownCommune(at)];
  return [
    ...(today === undefined ? [mergedCommune(at, commune)] : []),
    ...postalCodeFinding(at, place.postalCode, commune),
    ...territoryFindings(at, place, commune),
    ...pointFindings(at, place, commune),
  ];
}

const run = ({ workplaces }: CheckedOffer): Finding[] => workplaces.flatMap(ofPlace);

/** Commune, postal code, department, region and point of each workplace are of the same place. */
export const place: Check = { name: 'place', needs: [], run };
