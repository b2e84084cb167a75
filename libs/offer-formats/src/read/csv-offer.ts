import { contractKind } from './contract.js';
import { csvLanguages, csvLicences, csvList, csvSkills, csvTrainings } from './csv-lists.js';
import { type CsvColumn, csvColumnNames, csvColumns } from './csv-columns.js';
import { weeklyTime } from './hours.js';
import { cents, day, dayOrInstant, decimal, siretNumber, wholeNumber, yesNo } from './kinds.js';
import {
  experienceLetter,
  experienceUnitCode,
  nafSector,
  payUnitCode,
  qualificationDigit,
  remoteModeCode,
  workforceBand,
} from './lists.js';
import { occupationFrom } from './occupation.js';
import { workplaceFrom } from './place.js';
import {
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

/** One row: what stands in a column, and what the file calls that column. */
export interface CsvRow {
  cell(column: CsvColumn): string | undefined;
  header(column: CsvColumn): string;
  /** `csvSources` of the same headers. */
  readonly sourceOf: SourceOf;
}

/** Where a field of the offer stands in such a file. */
export const csvSources = (header: CsvRow['header']): SourceOf =>
  sourcesFrom(
    new Map(
      csvColumnNames.flatMap((name): [string, string][] => {
        const { pointer } = csvColumns[name];
        return pointer === null ? [] : [[pointer, header(name)]];
      }),
    ),
  );

/** A row as a draft, or as a removal where its column `supprimer` says yes. */
export function csvOffer(row: CsvRow): ReadRecord {
  const reader = new RowReader(row);
  return reader.value('supprimer', yesNo) === true ? reader.removal() : reader.draft();
}

class RowReader {
  private readonly reading: Reading;

  constructor(private readonly row: CsvRow) {
    this.reading = new Reading(row.sourceOf);
  }

  removal(): ReadRecord {
    const reason = this.text('motif_suppression');
    return this.reading.record(present({ reference: this.text('reference'), remove: true, reason }));
  }

  draft(): ReadRecord {
    return this.reading.record(
      present({
        reference: this.text('reference'),
        title: this.text('intitule'),
        description: this.text('description'),
        occupation: this.occupation(),
        employer: this.employer(),
        finalClient: presentOrNothing({
          siret: this.value('client_final_siret', siretNumber),
          name: this.text('client_final_nom'),
        }),
        workplaces: this.workplaces(),
        remote: presentOrNothing({
          mode: this.value('teletravail', remoteModeCode),
          daysPerWeek: this.value('teletravail_jours', decimal),
        }),
        contract: this.contract(),
        workingTime: this.workingTime(),
        pay: this.pay(),
        requirements: this.requirements(),
        openings: this.value('postes', wholeNumber),
        access: this.access(),
        apply: this.apply(),
        opensOn: this.value('debut_diffusion', dayOrInstant),
        closesOn: this.value('fin_diffusion', dayOrInstant),
      }),
    );
  }

  value<T>(column: CsvColumn, kind: Kind<T>): T | undefined {
    return this.reading.value(this.field(column), kind);
  }

  private text(column: CsvColumn): string | undefined {
    return textOf({ text: this.row.cell(column) });
  }

  private field(column: CsvColumn): Field {
    const { pointer } = csvColumns[column];
    return { text: this.row.cell(column), source: this.row.header(column), pointer: pointer ?? '' };
  }

  private occupation() {
    return occupationFrom(this.reading, {
      rome: this.field('code_rome'),
      ogr: this.field('code_ogr'),
      label: this.field('metier'),
    });
  }

  private employer() {
    return present({
      siret: this.value('siret', siretNumber),
      name: this.text('entreprise'),
      brand: this.text('enseigne'),
      description: this.text('description_entreprise'),
      website: this.text('site_web'),
      size: this.value('effectif', workforceBand),
      naf: this.value('code_naf', nafSector),
      anonymous: this.value('anonyme', yesNo),
      adaptedCompany: this.value('entreprise_adaptee', yesNo),
    });
  }

  private workplaces() {
    const place = workplaceFrom(this.reading, {
      pointer: '/workplaces/0',
      insee: this.field('commune_insee'),
      postalCode: this.field('code_postal'),
      city: this.field('ville'),
      street: this.text('adresse'),
      country: this.field('pays'),
      lat: this.field('latitude'),
      lon: this.field('longitude'),
    });
    return place && [place];
  }

  private contract() {
    const kind = contractKind(this.reading, {
      type: this.field('type_contrat'),
      nature: this.field('nature_contrat'),
    });
    return present({
      ...kind,
      durationMonths: this.value('duree_mois', wholeNumber),
      durationDays: this.value('duree_jours', wholeNumber),
      startDate: this.value('date_debut', day),
      startFlexible: this.value('debut_souple', yesNo),
      cddMotive: this.text('motif_cdd'),
    });
  }

  private workingTime() {
    return presentOrNothing({
      ...this.value('heures_hebdo', weeklyTime),
      fullTime: this.value('temps_plein', yesNo),
      scheduleCode: this.text('code_horaire'),
      shift: this.value('travail_equipe', yesNo),
      weekend: this.value('week_end', yesNo),
      comment: this.text('precisions_horaires'),
    });
  }

  private pay() {
    return presentOrNothing({
      min: this.value('salaire_min', cents),
      max: this.value('salaire_max', cents),
      currency: this.text('devise')?.toUpperCase(),
      unit: this.value('salaire_periode', payUnitCode),
      months: this.value('salaire_mois', decimal),
      comment: this.text('precisions_salaire'),
      benefits: csvList(this.text('avantages')),
      negotiable: this.value('salaire_negociable', yesNo),
    });
  }

  private requirements() {
    const exigence = this.text('experience');
    return present({
      experience: present({
        ...(exigence === undefined
          ? noExperience(this.reading, this.field('experience'))
          : { exigence: this.value('experience', experienceLetter) }),
        min: this.value('experience_min', wholeNumber),
        max: this.value('experience_max', wholeNumber),
        unit: this.value('experience_unite', experienceUnitCode),
        comment: this.text('precisions_experience'),
      }),
      qualification: this.value('qualification', qualificationDigit),
      trainings: csvTrainings(this.reading, {
        level: this.field('formation_niveau'),
        domain: this.text('formation_domaine'),
        exigence: this.field('formation_exigence'),
      }),
      languages: csvLanguages(this.reading, this.field('langues')),
      licences: csvLicences(this.reading, this.field('permis')),
      skills: csvSkills(this.reading, this.field('competences')),
      softSkills: csvList(this.text('savoir_etre')),
    });
  }

  private access() {
    return presentOrNothing({
      handicap: this.value('acces_handicap', yesNo),
      inclusion: this.value('insertion', yesNo),
      beginnersWelcome: this.value('debutants_bienvenus', yesNo),
      seniorFriendly: this.value('seniors_bienvenus', yesNo),
    });
  }

  private apply() {
    return present({
      url: this.text('candidature_url'),
      form: this.value('candidature_service', yesNo),
      instructions: this.text('candidature_consignes'),
      contactRole: this.text('contact_fonction'),
      email: this.text('contact_email'),
      phone: this.text('contact_telephone'),
      contactName: this.text('contact_nom'),
    });
  }
}
