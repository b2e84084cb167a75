import { type Chance, Weighted } from '@accord/offer-composer/chance';
import { allAppellations } from '@accord/reference-data/appellations';
import { allCommunes, type Commune } from '@accord/reference-data/communes';
import { allSkills } from '@accord/reference-data/skills';

/** What people look for most, in their own words: each is in many ads. */
const EVERYDAY =
  'vendeur,serveuse,aide à domicile,infirmier,chauffeur poids lourd,agent d’entretien,assistante administrative,comptable,préparateur de commandes,magasinier,cuisinier,secrétaire,développeur web,commercial,technicien de maintenance,maçon,électricien,femme de ménage,aide soignante,caissière,alternance,temps partiel,cdi,télétravail,débutant accepté,week-end,restauration,nettoyage,logistique,équipe';

const LONGEST_SKILL = 3;

/** What people type into the box, and where they live: drawn from ROME's names and the communes' population. */
export class TypedWords {
  private readonly everyday = EVERYDAY.split(',');
  private readonly jobs: readonly string[];
  private readonly skills: readonly string[];
  private readonly communes: Weighted<Commune>;

  constructor() {
    this.jobs = [...allAppellations()].filter(({ rare }) => !rare).map(({ shortLabel }) => oneGender(shortLabel));
    this.skills = [...allSkills()].filter(({ kind }) => kind === 'knowledge').map(({ label }) => label);
    const placed = [...allCommunes()].filter(({ location }) => location !== undefined);
    this.communes = new Weighted(placed.map((commune) => [commune, commune.population]));
  }

  /** The name of a job, as ROME has it or without its accents. */
  job(chance: Chance): string {
    const name = chance.pick(this.jobs).toLowerCase();
    return chance.happens(0.4) ? withoutAccents(name) : name;
  }

  skill(chance: Chance): string {
    return chance.pick(this.skills).toLowerCase().split(/\s+/).slice(0, LONGEST_SKILL).join(' ');
  }

  popular(chance: Chance): string {
    return chance.pick(this.everyday);
  }

  commune(chance: Chance): Commune {
    return this.communes.pick(chance);
  }
}

const oneGender = (label: string): string => (label.split(' / ')[0] ?? label).replace(/\s*\(.*?\)/g, '');
const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** With one letter left out or two that changed places, behind the first: where people mistype. */
export function mistyped(text: string, chance: Chance): string {
  if (text.length < 5) return text;
  const at = chance.between(1, text.length - 3);
  const [one = '', other = ''] = [text[at], text[at + 1]];
  return `${text.slice(0, at)}${chance.happens(0.5) ? other : other + one}${text.slice(at + 2)}`;
}
