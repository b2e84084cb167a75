import { weeklyTime } from './hours.js';
import { cents, day, dayOrInstant, decimal, degrees, siretNumber, wholeNumber, yesNo } from './kinds.js';
import {
  contractTypeCode,
  drivingLicence,
  experienceLetter,
  languageCode,
  languageLevel,
  nafSector,
  payUnitCode,
  qualificationDigit,
  trainingLevelCode,
  workforceBand,
} from './lists.js';
import type { Kind } from './reading.js';

const reads = <T>(kind: Kind<T>, table: readonly (readonly [text: string, value: T | undefined])[]) =>
  it.each(table)('%p as %p', (text, value) => expect(kind.parse(text)).toEqual(value));

describe('an amount', () =>
  reads(cents, [
    ['2150', 215_000],
    ['2 150,50', 215_050],
    ['2\u00a0150.5 €', 215_050],
    ['2\u202f150 euros', 215_000],
    ['2.150,50', 215_050],
    ['2,150.50', 215_050],
    ['12,60', 1_260],
    ['0', 0],
    ['2,150', undefined],
    ['2.150', undefined],
    ['-5', undefined],
    ['selon profil', undefined],
    ['1e3', undefined],
  ]));

describe('a number', () => {
  reads(decimal, [
    ['3,5', 3.5],
    ['13', 13],
    ['', undefined],
  ]);
  reads(wholeNumber, [
    ['2', 2],
    ['2,0', 2],
    ['1 000', 1_000],
    ['2,5', undefined],
    ['deux', undefined],
    ['12345678901', undefined],
  ]);
  reads(degrees, [
    ['48.11168', 48.11168],
    ['-1,68', -1.68],
    ['N48', undefined],
  ]);
});

describe('a day', () => {
  reads(day, [
    ['2027-06-30', '2027-06-30'],
    ['30/06/2027', '2027-06-30'],
    ['30.06.2027', '2027-06-30'],
    ['30-06-2027', '2027-06-30'],
    ['2027-06-30T00:00:00', '2027-06-30'],
    ['31/06/2027', undefined],
    ['2027-02-29', undefined],
    ['06/30/2027', undefined],
    ['dès que possible', undefined],
  ]);
  reads(dayOrInstant, [
    ['2027-06-30T18:00:00Z', '2027-06-30T18:00:00Z'],
    ['2027-06-30T18:00:00+02:00', '2027-06-30T16:00:00Z'],
    ['2027-06-30T18:00+0200', '2027-06-30T16:00:00Z'],
    ['2027-06-30 18:00', '2027-06-30'],
    ['30/06/2027', '2027-06-30'],
    ['2027-06-30T25:00:00Z', undefined],
  ]);
});

describe('yes and no', () =>
  reads(yesNo, [
    ['Oui', true],
    ['O', true],
    ['x', true],
    ['1', true],
    ['NON', false],
    ['faux', false],
    ['peut-être', undefined],
  ]));

describe('a SIRET', () =>
  reads(siretNumber, [
    ['00010001600013', '00010001600013'],
    ['000 100 016 00013', '00010001600013'],
    ['1,0001E+13', undefined],
    ['10001600013', undefined],
  ]));

describe('weekly hours', () =>
  reads(weeklyTime, [
    ['35', { weeklyHours: 35 }],
    ['35h', { weeklyHours: 35 }],
    ['35h30', { weeklyHours: 35, weeklyMinutes: 30 }],
    ['35:30', { weeklyHours: 35, weeklyMinutes: 30 }],
    ['35,5', { weeklyHours: 35, weeklyMinutes: 30 }],
    ['17.25 heures', { weeklyHours: 17, weeklyMinutes: 15 }],
    ['35h75', undefined],
    ['temps plein', undefined],
  ]));

describe('a code of a list', () => {
  reads(contractTypeCode, [
    ['cdi', 'CDI'],
    ['Contrat à durée déterminée', 'CDD'],
    ['Intérim', 'MIS'],
    ['stage', undefined],
  ]);
  reads(experienceLetter, [
    ['d', 'D'],
    ['Débutant accepté', 'D'],
    ['exigée', 'E'],
    ['Expérience souhaitée', 'S'],
    ['2 ans', undefined],
  ]);
  reads(qualificationDigit, [
    ['6', '6'],
    ['Agent de maîtrise', '8'],
    ['0', undefined],
  ]);
  reads(trainingLevelCode, [
    ['NV4', 'NV4'],
    ['bac+2', 'NV3'],
    ['CAP', 'NV5'],
    ['doctorat', undefined],
  ]);
  reads(payUnitCode, [
    ['mensuel', 'MONTH'],
    ['H', 'HOUR'],
    ['Annually', 'YEAR'],
    ['semaine', undefined],
  ]);
  reads(workforceBand, [
    ['12', '12'],
    ['20 à 49 salariés', '12'],
    ['13', undefined],
  ]);
  reads(drivingLicence, [
    ['b', 'B'],
    ['C1E', 'C1E'],
    ['Z', undefined],
  ]);
  reads(nafSector, [
    ['1071C', '10.71C'],
    ['10.71c', '10.71C'],
    ['10.71Z', undefined],
  ]);
  reads(languageCode, [
    ['EN', 'en'],
    ['fsl', 'fsl'],
    ['zz', undefined],
  ]);
  reads(languageLevel, [
    ['b2', 'B2'],
    ['5', '5'],
    ['courant', undefined],
  ]);
});
