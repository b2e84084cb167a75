import fc from 'fast-check';

import { titleName } from './title-name.js';

describe("the name of the job in an ad's title", () => {
  it.each([
    ['Boulanger / Boulangère (H/F)', 'Boulanger / Boulangère'],
    ['Comptable (H/F) - CDI', 'Comptable'],
    ['Secrétaire généraliste (F/H) - Montpellier', 'Secrétaire généraliste'],
    ['Infirmier / Infirmière anesthésiste (IADE) (H/F) à temps partiel (28 h)', 'Infirmier / Infirmière anesthésiste'],
    ['Saliculteur / Salicultrice H/F', 'Saliculteur / Salicultrice'],
    ['Développeur Web F/H', 'Développeur Web'],
    ['Barman H / F', 'Barman'],
    ['Assistant(e) Immobilier', 'Assistant  Immobilier'],
    ['Conseiller Commercial Après-Vente en Alternance (H/F)', 'Conseiller Commercial Après-Vente'],
    ['Développeur / Développeuse - ADEX', 'Développeur / Développeuse'],
    ['H/F', 'H/F'],
    ['(H/F) - Paris', '(H/F)'],
    ['Chef de rang', 'Chef de rang'],
  ])('%s', (title, name) => expect(titleName(title)).toBe(name));

  it('leaves something of any title, in time that grows with its length', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (title) => {
        const started = performance.now();
        const name = titleName(title);
        expect(name === '' ? title.trim() : name).not.toBe(title.trim() === '' ? undefined : '');
        expect(performance.now() - started).toBeLessThan(100);
      }),
    ));

  it.each(['(', ' - ', 'h/', '( h / '])('is quick with many of %j', (part) => {
    const started = performance.now();
    titleName(part.repeat(Math.floor(200 / part.length)));
    expect(performance.now() - started).toBeLessThan(50);
  });
});
