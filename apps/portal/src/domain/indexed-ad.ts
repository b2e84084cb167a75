import type { ShowableOffer } from '@accord/contracts/showable-offer';

import { fold } from './fold.js';

/** Where an ad's work is, for the searches by place. */
export interface IndexedPlace {
  readonly commune: string;
  readonly department: string;
  readonly lat: number | null;
  readonly lon: number | null;
}

/** What the index keeps of an ad beside its view. */
export interface IndexedAd {
  readonly title: string;
  readonly body: string;
  readonly occupation: string;
  readonly contractType: string;
  readonly places: readonly IndexedPlace[];
}

/** Finds a commune's middle, in degrees; an ad without coordinates of its own lies there. */
export type LocateCommune = (inseeCode: string) => { readonly lat: number; readonly lon: number } | undefined;

/** A department's code is the first two characters of an INSEE code, three overseas. */
const departmentOf = (inseeCode: string): string =>
  inseeCode.startsWith('97') || inseeCode.startsWith('98') ? inseeCode.slice(0, 3) : inseeCode.slice(0, 2);

export function indexedAd(view: ShowableOffer, occupationLabel: string | undefined, locate: LocateCommune): IndexedAd {
  const skills = view.requirements.skills?.map(({ label }) => label ?? '') ?? [];
  const words = [view.description, view.employer.name, view.employer.brand, ...skills];
  return {
    title: fold([view.title, view.occupation.label, occupationLabel].filter(Boolean).join(' ')),
    body: fold(words.filter(Boolean).join(' ')),
    occupation: view.occupation.romeCode,
    contractType: view.contract.type,
    places: view.workplaces.map(({ communeInsee, lat, lon }) => {
      const middle = lat !== undefined && lon !== undefined ? { lat, lon } : locate(communeInsee);
      return {
        commune: communeInsee,
        department: departmentOf(communeInsee),
        lat: middle?.lat ?? null,
        lon: middle?.lon ?? null,
      };
    }),
  };
}
