/** An establishment as the register knows it. */
export interface Establishment {
  readonly siret: string;
  /** Of its legal unit. */
  readonly name: string;
  readonly state: 'open' | 'closed';
  readonly unitState: 'active' | 'ceased';
  /** `no`: its owner has asked that nothing of it be published; the register then says only that it exists. */
  readonly diffusible: 'yes' | 'no';
  readonly naf: string;
  readonly street: string;
  readonly postalCode: string;
  readonly communeInsee: string;
  readonly communeName: string;
  readonly closedOn?: string;
}

type Row = readonly [
  siret: string,
  name: string,
  naf: string,
  street: string,
  place: string,
  change?: Partial<Establishment>,
];

const places: Readonly<Record<string, Pick<Establishment, 'postalCode' | 'communeInsee' | 'communeName'>>> = {
  rennes: { postalCode: '35000', communeInsee: '35238', communeName: 'RENNES' },
  nantes: { postalCode: '44000', communeInsee: '44109', communeName: 'NANTES' },
  brest: { postalCode: '29200', communeInsee: '29019', communeName: 'BREST' },
  lille: { postalCode: '59000', communeInsee: '59350', communeName: 'LILLE' },
  lyon: { postalCode: '69003', communeInsee: '69383', communeName: 'LYON 3E ARRONDISSEMENT' },
  ajaccio: { postalCode: '20000', communeInsee: '2A004', communeName: 'AJACCIO' },
  'saint-denis': { postalCode: '97400', communeInsee: '97411', communeName: 'SAINT-DENIS' },
};

const closed = { state: 'closed', closedOn: '2026-03-31' } as const;
const ceased = { state: 'closed', unitState: 'ceased', closedOn: '2025-12-31' } as const;

/** SIRET that begin with 000 are never given: whoever meets one of these elsewhere knows where it comes from. */
const rows: readonly Row[] = [
  ['00010001600013', 'FOURNIL DES REMPARTS', '10.71C', '4 RUE DU FOUR', 'rennes'],
  ['00010001600021', 'FOURNIL DES REMPARTS', '10.71C', '12 QUAI DES SALINES', 'nantes'],
  ['00010001600039', 'FOURNIL DES REMPARTS', '10.71C', '1 PLACE DU MARCHE', 'brest', closed],
  ['00010002400017', 'ATELIERS DU LITTORAL', '33.12Z', '8 CHEMIN DE LA GREVE', 'brest'],
  ['00010002400025', 'ATELIERS DU LITTORAL', '33.12Z', '30 RUE DES FORGES', 'lille', closed],
  ['00010003200010', 'CLINIQUE DES TROIS CHENES', '86.10Z', '2 ALLEE DES CHENES', 'lyon'],
  ['00010003200028', 'CLINIQUE DES TROIS CHENES', '86.10Z', '5 RUE DU PARC', 'ajaccio'],
  ['00010004000013', 'TRANSPORTS PEUVREL', '49.41A', '17 ROUTE DU PORT', 'saint-denis'],
  ['00010004000021', 'TRANSPORTS PEUVREL', '49.41A', '3 ZONE DES DOCKS', 'nantes'],
  ['00010005700017', 'MERCERIE DORMANT', '47.51Z', '9 RUE HAUTE', 'lille', ceased],
  ['00010006500010', 'MARAICHAGE LOUVEL', '01.13Z', 'LE BOURG', 'rennes', { diffusible: 'no' }],
  ['00010007300014', 'AGENCE INTERIM DU PONT', '78.20Z', '21 BOULEVARD DU PONT', 'lyon'],
];

export const inventedEstablishments: readonly Establishment[] = rows.map(
  ([siret, name, naf, street, place, change]) => ({
    siret,
    name,
    naf,
    street,
    state: 'open',
    unitState: 'active',
    diffusible: 'yes',
    ...placeOf(place),
    ...change,
  }),
);

function placeOf(name: string): Pick<Establishment, 'postalCode' | 'communeInsee' | 'communeName'> {
  const place = places[name];
  if (place === undefined) throw new Error(`there is no place ${name}`);
  return place;
}
