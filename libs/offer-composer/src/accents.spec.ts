import { accented } from './accents.js';

describe('a label of ROME', () => {
  it.each([
    ["Etre à l'écoute", "Être à l'écoute"],
    ['Evaluer les risques', 'Évaluer les risques'],
    ['Etablir un devis', 'Établir un devis'],
    ['Ecrire un rapport', 'Écrire un rapport'],
    ['Echanger avec les clients', 'Échanger avec les clients'],
    ['Equiper un poste', 'Équiper un poste'],
    ['Mettre en oeuvre un plan', 'Mettre en œuvre un plan'],
    ['Poser des produits (mèches, ...) durables', 'Poser des produits (mèches…) durables'],
    ['Editeur / Editrice multimédia', 'Éditeur / Éditrice multimédia'],
    ['Poser des aciers, armatures, ...', 'Poser des aciers, armatures'],
  ])('%s', (label, text) => expect(accented(label)).toBe(text));

  it.each([
    'Effectuer un soin',
    'Entretenir un local',
    'Exécuter un plan',
    'Encadrer une équipe',
    'Emballer',
    'Eau potable',
  ])('%s stays as it is', (label) => expect(accented(label)).toBe(label));
});
