import type { OfferContent, Workplace } from '@accord/contracts/offer';
import { closesAt } from '@accord/contracts/show-dates';
import { appellationByCode } from '@accord/reference-data/appellations';
import {
  communeByCode,
  communesByPostalCode,
  isPostalCode,
  successorOf,
  type Commune,
} from '@accord/reference-data/communes';
import { occupationByCode } from '@accord/reference-data/occupations';

/** What makes a body one that cannot be an offer: answered 400, nothing stored. `message` says what to write instead. */
export interface Refusal {
  /** JSON pointer of the field. */
  readonly pointer: string;
  readonly code:
    | 'unknown-occupation'
    | 'unknown-appellation'
    | 'unknown-commune'
    | 'postal-code-for-insee-code'
    | 'insee-code-for-postal-code'
    | 'date-in-the-past';
  readonly message: { readonly fr: string; readonly en: string };
}

/** The moment a body is judged at. A revision of an offer on show keeps the days it opened and started on. */
export interface RefusalContext {
  readonly now: Date;
  readonly kind: 'new' | 'revision';
}

/** Everything that makes this content no offer at all; what can be an offer, good or bad, is for the checks. */
export function refusals(offer: OfferContent, context: RefusalContext): Refusal[] {
  return [...occupationRefusals(offer), ...offer.workplaces.flatMap(placeRefusals), ...dateRefusals(offer, context)];
}

function occupationRefusals({ occupation: { romeCode, ogrCode } }: OfferContent): Refusal[] {
  const found: Refusal[] = [];
  if (!occupationByCode(romeCode))
    found.push({
      pointer: '/occupation/romeCode',
      code: 'unknown-occupation',
      message: {
        fr: `Ce code n'existe pas dans le ROME 4.0 ; écrivez le code d'un métier, par exemple M1805.`,
        en: `This code does not exist in ROME 4.0; write the code of an occupation, such as M1805.`,
      },
    });
  if (ogrCode !== undefined && !appellationByCode(ogrCode))
    found.push({
      pointer: '/occupation/ogrCode',
      code: 'unknown-appellation',
      message: {
        fr: `Aucune appellation n'a ce code OGR ; écrivez-en une du métier, ou n'en donnez pas.`,
        en: `No appellation has this OGR code; write one of the occupation, or leave it out.`,
      },
    });
  return found;
}

function placeRefusals(place: Workplace, index: number): Refusal[] {
  if (place.country !== 'FR') return [];
  const at = (field: keyof Workplace): string => `/workplaces/${index}/${field}`;
  const known = communeByCode(place.communeInsee) ?? successorOf(place.communeInsee);
  return [...communeRefusal(at('communeInsee'), place, known), ...postalRefusal(at('postalCode'), place, known)];
}

/** Some numbers are both a postal code and the INSEE code of another commune: the same number twice tells. */
function communeRefusal(pointer: string, place: Workplace, known: Commune | undefined): Refusal[] {
  const { communeInsee: code, postalCode } = place;
  const mistaken = code === postalCode && isPostalCode(code) && !known?.postalCodes.includes(code);
  if (known !== undefined && !mistaken) return [];
  if (!isPostalCode(code))
    return [
      {
        pointer,
        code: 'unknown-commune',
        message: {
          fr: `Aucune commune n'a ce code INSEE ; écrivez celui du lieu de travail.`,
          en: `No commune has this INSEE code; write the one of the workplace.`,
        },
      },
    ];
  const meant = communesByPostalCode(code).map((commune) => `${commune.code} (${commune.name})`);
  return [
    {
      pointer,
      code: 'postal-code-for-insee-code',
      message: {
        fr: `C'est un code postal ; écrivez ici le code INSEE de la commune : ${listed(meant)}.`,
        en: `This is a postal code; write the commune's INSEE code here: ${listed(meant)}.`,
      },
    },
  ];
}

/** CEDEX codes are in no list, and some are the INSEE code of an unrelated commune of the department: those are for the checks. */
function postalRefusal(pointer: string, place: Workplace, known: Commune | undefined): Refusal[] {
  const { postalCode, communeInsee } = place;
  if (isPostalCode(postalCode)) return [];
  const commune = communeByCode(postalCode) ?? successorOf(postalCode);
  if (commune === undefined || (known !== undefined && mayBeCedex(known, commune))) return [];
  const meant = postalCode === communeInsee ? (known ?? commune).postalCodes : commune.postalCodes;
  return [
    {
      pointer,
      code: 'insee-code-for-postal-code',
      message: {
        fr: `C'est le code INSEE de ${commune.name} ; écrivez ici un code postal : ${listed(meant)}.`,
        en: `This is the INSEE code of ${commune.name}; write a postal code here: ${listed(meant)}.`,
      },
    },
  ];
}

function mayBeCedex(workplace: Commune, written: Commune): boolean {
  const related =
    workplace.code === written.code || workplace.parent === written.code || written.parent === workplace.code;
  return !related && workplace.department === written.department;
}

/** A day is past when it has ended in Paris, an instant when it has come. */
function dateRefusals({ opensOn, closesOn, contract }: OfferContent, { now, kind }: RefusalContext): Refusal[] {
  const ends: readonly (readonly [pointer: string, on: string | undefined])[] =
    kind === 'revision'
      ? [['/closesOn', closesOn]]
      : [
          ['/opensOn', opensOn],
          ['/closesOn', closesOn],
          ['/contract/startDate', contract.startDate],
        ];
  return ends.flatMap(([pointer, on]) => (on !== undefined && closesAt(on) <= now ? [datePast(pointer)] : []));
}

const datePast = (pointer: string): Refusal => ({
  pointer,
  code: 'date-in-the-past',
  message: {
    fr: "Cette date est passée ; écrivez une date à partir d'aujourd'hui.",
    en: 'This date is in the past; write a date from today on.',
  },
});

const listed = (codes: readonly string[]): string =>
  codes.length > 5 ? `${codes.slice(0, 5).join(', ')} …` : codes.join(', ');
