import type { Establishment } from '@accord/offer-composer/establishments/establishment';

const HIDDEN = '[NON-DIFFUSIBLE]';

/**
 * What the national API "Recherche d'entreprises" answers to `GET /search?q=<siret>`, as far as a reader of ours needs it:
 * the legal unit, with the establishment that matched. One that is not diffusible is there, with nothing of it shown.
 */
export function searchAnswer(found: Establishment | undefined, establishments: readonly Establishment[]): object {
  const results = found === undefined ? [] : [unitOf(found, establishments)];
  return { results, total_results: results.length, page: 1, per_page: 10, total_pages: results.length };
}

function unitOf(found: Establishment, all: readonly Establishment[]): object {
  const siren = found.siret.slice(0, 9);
  const own = all.filter((one) => one.siret.startsWith(siren));
  const name = found.diffusible === 'yes' ? found.name : HIDDEN;
  return {
    siren,
    nom_complet: name,
    nom_raison_sociale: name,
    sigle: null,
    nombre_etablissements: own.length,
    nombre_etablissements_ouverts: own.filter(({ state }) => state === 'open').length,
    siege: establishmentOf(own[0] ?? found, true),
    activite_principale: found.naf,
    etat_administratif: found.unitState === 'active' ? 'A' : 'C',
    statut_diffusion: found.diffusible === 'yes' ? 'O' : 'P',
    matching_etablissements: [establishmentOf(found, own[0]?.siret === found.siret)],
  };
}

function establishmentOf(one: Establishment, seat: boolean): object {
  const shown = one.diffusible === 'yes';
  return {
    siret: one.siret,
    est_siege: seat,
    etat_administratif: one.state === 'open' ? 'A' : 'F',
    date_fermeture: one.closedOn ?? null,
    activite_principale: one.naf,
    adresse: shown ? `${one.street} ${one.postalCode} ${one.communeName}` : HIDDEN,
    code_postal: shown ? one.postalCode : HIDDEN,
    commune: one.communeInsee,
    libelle_commune: one.communeName,
    statut_diffusion_etablissement: shown ? 'O' : 'P',
  };
}
