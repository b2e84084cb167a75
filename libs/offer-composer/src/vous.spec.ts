import { saidToReader } from './vous.js';

describe('a sentence of ROME, said to the reader', () => {
  it.each([
    ['Assure la cuisson de chaque produit', 'Vous assurez la cuisson de chaque produit.'],
    ['Gère les stocks de matières premières.', 'Vous gérez les stocks de matières premières.'],
    ['Maintient la propreté des plans de travail', 'Vous maintenez la propreté des plans de travail.'],
    ['Crée des décors', 'Vous créez des décors.'],
    ['Evalue les risques', 'Vous évaluez les risques.'],
    ['Prépare et réalise des produits', 'Vous préparez et réalisez des produits.'],
    ['Veille à la qualité et à la sécurité du service', 'Vous veillez à la qualité et à la sécurité du service.'],
  ])('%s', (sentence, said) => expect(saidToReader(sentence)).toBe(said));

  it.each([
    ['has a second verb further on', 'Surveille la santé des animaux et administre les soins'],
    ['has a second verb after a comma', 'Conseille les clients, propose des solutions'],
    ['says whose', 'Conseille le client dans ses choix'],
    ['names its subject', 'Le boulanger transforme les matières premières.'],
    ['is a possibility', 'Peut gérer un commerce'],
    ['is several', 'Construit des murs. Maçonne des structures'],
    ['is no sentence', ''],
  ])('is left alone when it %s', (_, sentence) => expect(saidToReader(sentence)).toBeUndefined());
});
