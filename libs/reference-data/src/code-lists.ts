/** An entry of a closed list, with its French label. */
export interface CodeListEntry {
  readonly code: string;
  readonly label: string;
}

/** A list whose entries the code can ask for. */
export class CodeList {
  private readonly labels: ReadonlyMap<string, string>;

  constructor(labels: Readonly<Record<string, string>>) {
    this.labels = new Map(Object.entries(labels));
  }

  has(code: string): boolean {
    return this.labels.has(code);
  }

  label(code: string): string | undefined {
    return this.labels.get(code);
  }

  get entries(): CodeListEntry[] {
    return [...this.labels].map(([code, label]) => ({ code, label }));
  }
}

export const experienceRequirements = new CodeList({
  D: 'Débutant accepté',
  S: 'Expérience souhaitée',
  E: 'Expérience exigée',
});

export const requirementLevels = new CodeList({ S: 'Souhaité', E: 'Exigé' });

export const qualifications = new CodeList({
  '1': 'Manœuvre',
  '2': 'Ouvrier spécialisé',
  '3': 'Ouvrier qualifié (P1, P2)',
  '4': 'Ouvrier qualifié (P3, P4, OHQ)',
  '5': 'Employé non qualifié',
  '6': 'Employé qualifié',
  '7': 'Technicien',
  '8': 'Agent de maîtrise',
  '9': 'Cadre',
});

export const trainingLevels = new CodeList({
  AFS: 'Aucune formation scolaire',
  CP4: 'Primaire à 4e',
  CFG: '4e achevée',
  C3A: 'BEPC ou 3e achevée',
  C12: '2de ou 1re achevée',
  NV5: 'CAP, BEP et équivalents',
  NV4: 'Bac ou équivalent',
  NV3: 'Bac+2 ou équivalents',
  NV2: 'Bac+3, Bac+4 ou équivalents',
  NV1: 'Bac+5 et plus ou équivalents',
});

/** France Travail's five levels and the six of the Common European Framework. */
export const languageLevels = new CodeList({
  '1': 'Niveau 1 sur 5',
  '2': 'Niveau 2 sur 5',
  '3': 'Niveau 3 sur 5',
  '4': 'Niveau 4 sur 5',
  '5': 'Niveau 5 sur 5',
  A1: 'A1, découverte',
  A2: 'A2, survie',
  B1: 'B1, seuil',
  B2: 'B2, indépendant',
  C1: 'C1, autonome',
  C2: 'C2, maîtrise',
});

/** Categories of article R221-4 of the Code de la route. */
export const drivingLicences = new CodeList({
  AM: 'Cyclomoteur et voiturette',
  A1: 'Motocyclette légère',
  A2: 'Motocyclette intermédiaire',
  A: 'Motocyclette',
  B1: 'Quadricycle lourd à moteur',
  B: 'Véhicule léger',
  BE: 'Véhicule léger avec remorque de plus de 750 kg',
  C1: 'Véhicule lourd de 3,5 à 7,5 t',
  C1E: 'Véhicule lourd de 3,5 à 7,5 t avec remorque',
  C: 'Véhicule lourd de plus de 3,5 t',
  CE: 'Véhicule lourd avec remorque',
  D1: 'Transport de 9 à 16 personnes',
  D1E: 'Transport de 9 à 16 personnes avec remorque',
  D: 'Transport en commun',
  DE: 'Transport en commun avec remorque',
});

/** INSEE's bands of the number of employees (tranche d'effectif). */
export const workforceBands = new CodeList({
  NN: 'Unité non employeuse ou effectif inconnu',
  '00': '0 salarié',
  '01': '1 ou 2 salariés',
  '02': '3 à 5 salariés',
  '03': '6 à 9 salariés',
  '11': '10 à 19 salariés',
  '12': '20 à 49 salariés',
  '21': '50 à 99 salariés',
  '22': '100 à 199 salariés',
  '31': '200 à 249 salariés',
  '32': '250 à 499 salariés',
  '41': '500 à 999 salariés',
  '42': '1 000 à 1 999 salariés',
  '51': '2 000 à 4 999 salariés',
  '52': '5 000 à 9 999 salariés',
  '53': '10 000 salariés et plus',
});
