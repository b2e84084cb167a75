import { contractKind } from './contract.js';
import { type FranceTravailField, franceTravailFieldNames, franceTravailFields } from './france-travail-fields.js';
import { franceTravailLanguages, franceTravailLicences, franceTravailTrainings } from './france-travail-lists.js';
import { cents, day, dayOrInstant, decimal, oneOf, siretNumber, wholeNumber } from './kinds.js';
import { experienceLetter, experienceUnitCode, nafSector, qualificationDigit } from './lists.js';
import { occupationFrom } from './occupation.js';
import { workplaceFrom } from './place.js';
import {
  both,
  type Field,
  type Kind,
  present,
  presentOrNothing,
  Reading,
  type ReadRecord,
  type SourceOf,
  sourcesFrom,
  textOf,
} from './reading.js';
import { noExperience } from './requirements.js';

export type FranceTravailRow = (field: FranceTravailField) => string | undefined;

/** Where a field of the offer stands in such a file. */
const sources: SourceOf = sourcesFrom(
  new Map(
    franceTravailFieldNames.flatMap((name): [string, string][] => {
      const { pointer } = franceTravailFields[name];
      return pointer === null ? [] : [[pointer, name]];
    }),
  ),
);

const movement = oneOf(
  new Map([
    ['C', ['création']],
    ['M', ['modification']],
    ['S', ['suppression']],
  ] as const),
  {
    ...both('un type de mouvement', 'type of movement'),
    code: 'unknown-movement',
  },
);

/** Type de salaire. X: none is said. C, a performer's fee, is for a performance and not for a time. */
const payType = oneOf(
  new Map([
    ['H', []],
    ['M', []],
    ['A', []],
    ['X', []],
  ] as const),
  { ...both('un type de salaire que l’offre connaît', 'type of pay that an offer knows'), code: 'unknown-pay-period' },
);
const payUnits = { H: 'HOUR', M: 'MONTH', A: 'YEAR' } as const;

/** A row of the file as a draft, or as a removal where its movement is S. */
export function franceTravailOffer(row: FranceTravailRow): ReadRecord {
  const reader = new RowReader(row);
  return reader.value('Type_mouvement', movement) === 'S' ? reader.removal() : reader.draft();
}

class RowReader {
  private readonly reading = new Reading(sources);

  constructor(private readonly row: FranceTravailRow) {}

  /** Motif_suppression is a code of the list D92; it is kept as the reason. */
  removal(): ReadRecord {
    const motive = this.text('Motif_suppression');
    const reason = motive === undefined ? undefined : `D92-${motive}`;
    return this.reading.record(present({ reference: this.text('Par_ref_offre'), remove: true, reason }));
  }

  draft(): ReadRecord {
    this.checkLengths();
    this.noteDiffusion();
    return this.reading.record(
      present({
        reference: this.text('Par_ref_offre'),
        title: this.text('Libelle_metier_OGR'),
        description: this.text('Description'),
        occupation: occupationFrom(this.reading, {
          rome: this.field('Code_rome'),
          ogr: this.field('Code_OGR'),
          label: { ...this.field('Libelle_metier_OGR'), pointer: '/occupation/label' },
          isco: this.field('Emploi_metier_isco'),
        }),
        employer: this.employer(),
        finalClient: this.finalClient(),
        workplaces: this.workplaces(),
        contract: this.contract(),
        workingTime: this.workingTime(),
        pay: this.pay(),
        requirements: this.requirements(),
        openings: this.value('OST_poste_restant_nb', wholeNumber),
        apply: this.apply(),
        closesOn: this.value('Off_date_fin_publication', dayOrInstant),
      }),
    );
  }

  value<T>(field: FranceTravailField, kind: Kind<T>): T | undefined {
    return this.reading.value(this.field(field), kind);
  }

  private text(field: FranceTravailField): string | undefined {
    return textOf({ text: this.row(field) });
  }

  private field(source: FranceTravailField): Field {
    return { text: this.row(source), source, pointer: franceTravailFields[source].pointer ?? '' };
  }

  /** Of what is read: senders put what they like into fields that nobody reads. */
  private checkLengths(): void {
    for (const name of franceTravailFieldNames) {
      const { max, pointer } = franceTravailFields[name];
      if (pointer === null) continue;
      const length = this.text(name)?.length ?? 0;
      if (max !== null && length > max) this.reading.refuse(this.field(name), tooLong(length, max));
    }
  }

  /** The file's O is no agreement: that names its audience and its wording. */
  private noteDiffusion(): void {
    if (this.text('Mode_diffusion')?.toUpperCase() === 'O')
      this.reading.note(this.field('Mode_diffusion'), noAgreement);
  }

  private employer() {
    return present({
      siret: this.value('Off_etab_siret', siretNumber),
      name: this.text('Off_etab_enseigne') ?? this.text('Libelle_etab'),
      description: this.text('Description_entreprise'),
      naf: this.value('SCN_cle', nafSector),
    });
  }

  /** The employer itself is written there too where nobody stands between. */
  private finalClient() {
    const siret = this.value('Off_client_final_siret', siretNumber);
    if (siret !== undefined && siret === this.text('Off_etab_siret')) return undefined;
    return presentOrNothing({ siret, name: this.text('Off_client_final_nom') });
  }

  private workplaces() {
    const street = [
      [this.text('Off_adr_no_voie'), this.text('Off_adr_nom_voie')].filter(isSaid).join(' '),
      this.text('Off_adr_compl_1'),
      this.text('Off_adr_compl_2'),
    ].filter(isSaid);
    const place = workplaceFrom(this.reading, {
      pointer: '/workplaces/0',
      insee: this.field('COM_cle'),
      postalCode: this.field('CPO_cle'),
      city: this.field('COM_libelle'),
      street: street.length === 0 ? undefined : street.join(', '),
      country: this.field('Pay_cle'),
      lat: this.field('Coordonnee_geo_loc_1'),
      lon: this.field('Coordonnee_geo_loc_2'),
    });
    return place && [place];
  }

  private contract() {
    const kind = contractKind(this.reading, { type: this.field('TCO_cle'), nature: this.field('NTC_cle') });
    return present({
      ...kind,
      durationMonths: this.value('Off_contrat_duree_MO', wholeNumber),
      durationDays: this.value('Off_contrat_duree_JO', wholeNumber),
      startDate: this.value('Date_debut_contrat', day),
    });
  }

  private workingTime() {
    return presentOrNothing({
      weeklyHours: this.value('Off_travail_hebdo_nb_hh', wholeNumber),
      weeklyMinutes: this.value('Off_travail_hebdo_nb_mi', wholeNumber),
      scheduleCode: this.text('THO_cle'),
      comment: this.text('Off_THO_commentaire'),
    });
  }

  /** A comment without an amount and its period has no place of its own: X is then read as a month's pay, unsaid. */
  private pay() {
    const type = this.value('TSA_cle', payType);
    const said = presentOrNothing({
      min: this.value('Off_salaire_min', cents),
      max: this.value('Off_salaire_max', cents),
      months: this.value('Off_salaire_nb_mois', decimal),
      comment: this.text('Off_salaire_cpt_commentaire'),
    });
    if (said === undefined) return undefined;
    const unit = type === undefined || type === 'X' ? undefined : payUnits[type];
    const hasAmount = said['min'] !== undefined || said['max'] !== undefined;
    if (unit === undefined && hasAmount && type === 'X')
      this.reading.refuse(this.field('TSA_cle'), amountWithoutPeriod);
    return present({ ...said, currency: this.text('UMO_cle'), unit: unit ?? (hasAmount ? undefined : 'MONTH') });
  }

  private requirements() {
    const exigence = this.text('Exp_cle');
    return present({
      experience: present({
        ...(exigence === undefined
          ? noExperience(this.reading, this.field('Exp_cle'))
          : { exigence: this.value('Exp_cle', experienceLetter) }),
        min: this.value('Off_experience_duree_min', wholeNumber),
        max: this.value('Off_experience_duree_max', wholeNumber),
        unit: this.value('Dur_cle_experience', experienceUnitCode),
        comment: this.text('Off_experience_commentaire'),
      }),
      qualification: this.value('Qua_cle', qualificationDigit),
      trainings: franceTravailTrainings(this.reading, (name) => this.field(name)),
      languages: franceTravailLanguages(this.reading, (name) => this.field(name)),
      licences: franceTravailLicences(this.reading, (name) => this.field(name)),
    });
  }

  private apply() {
    const title = { '1': 'M.', '2': 'Mme' }[this.text('Civ_correspondant') ?? ''];
    const name = [this.text('Prenom_correspondant'), this.text('Nom_correspondant')].filter(isSaid);
    return present({
      url: this.text('Par_URL_offre'),
      email: this.text('Mail_correspondant'),
      phone: this.text('Tel_correspondant'),
      contactName: name.length === 0 ? undefined : [title, ...name].filter(isSaid).join(' '),
    });
  }
}

const isSaid = (text: string | undefined): text is string => text !== undefined && text !== '';

const tooLong = (length: number, max: number) => ({
  code: 'too-long',
  is: both(`a ${length} caractères ; le format en permet ${max}`, `has ${length} characters; the format allows ${max}`),
  write: both('Raccourcissez ce champ.', 'Shorten this field.'),
});

const noAgreement = {
  code: 'no-agreement-by-import',
  is: both(
    'ne vaut pas accord de diffusion : l’offre reste sur le portail du service',
    'is no agreement to broadcast: the offer stays on the service’s own portal',
  ),
  write: both('Donnez un accord : POST /v1/agreements.', 'Give an agreement: POST /v1/agreements.'),
};

const amountWithoutPeriod = {
  code: 'unknown-pay-period',
  is: both('ne dit pas pour quelle durée est le salaire donné', 'does not say what time the given pay is for'),
  write: both('Écrivez H, M ou A, ou ne donnez pas de montant.', 'Write H, M or A, or give no amount.'),
};
