import type { Establishment } from './establishment.js';

type Place = Pick<Establishment, 'postalCode' | 'communeInsee' | 'communeName'>;
const place = (communeName: string, communeInsee: string, postalCode: string): Place => ({
  postalCode,
  communeInsee,
  communeName,
});

/** Where invented establishments stand: real communes, named as the register does. */
export const places: Readonly<Record<string, Place>> = {
  rennes: place('RENNES', '35238', '35000'),
  nantes: place('NANTES', '44109', '44000'),
  brest: place('BREST', '29019', '29200'),
  lille: place('LILLE', '59350', '59000'),
  lyon: place('LYON 3E ARRONDISSEMENT', '69383', '69003'),
  ajaccio: place('AJACCIO', '2A004', '20000'),
  'saint-denis': place('SAINT-DENIS', '97411', '97400'),
  paris: place('PARIS 11E ARRONDISSEMENT', '75111', '75011'),
  marseille: place('MARSEILLE 2E ARRONDISSEMENT', '13202', '13002'),
  toulouse: place('TOULOUSE', '31555', '31000'),
  bordeaux: place('BORDEAUX', '33063', '33000'),
  strasbourg: place('STRASBOURG', '67482', '67000'),
  montpellier: place('MONTPELLIER', '34172', '34000'),
  dijon: place('DIJON', '21231', '21000'),
  grenoble: place('GRENOBLE', '38185', '38000'),
  tours: place('TOURS', '37261', '37000'),
  limoges: place('LIMOGES', '87085', '87000'),
  clermont: place('CLERMONT-FERRAND', '63113', '63000'),
  rouen: place('ROUEN', '76540', '76000'),
  metz: place('METZ', '57463', '57000'),
  poitiers: place('POITIERS', '86194', '86000'),
  saumur: place('SAUMUR', '49328', '49400'),
  quimper: place('QUIMPER', '29232', '29000'),
  'fort-de-france': place('FORT-DE-FRANCE', '97209', '97200'),
  cayenne: place('CAYENNE', '97302', '97300'),
  annecy: place('ANNECY', '74010', '74000'),
  troyes: place('TROYES', '10387', '10000'),
  perpignan: place('PERPIGNAN', '66136', '66000'),
  lorient: place('LORIENT', '56121', '56100'),
  calais: place('CALAIS', '62193', '62100'),
};
