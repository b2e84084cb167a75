import { allAppellations } from '@accord/reference-data/appellations';
import fc from 'fast-check';

import { stem } from './stem.js';
import { placedStems, stemsOf } from './stems.js';

describe('a stem', () => {
  it.each([
    ['infirmier', 'infirmiere', 'infirmiers', 'infirmieres'],
    ['boulanger', 'boulangere'],
    ['developpeur', 'developpeuse', 'developpeuses'],
    ['directeur', 'directrice', 'directrices'],
    ['ambassadeur', 'ambassadrice'],
    ['technicien', 'technicienne'],
    ['assistant', 'assistante'],
    ['employe', 'employee', 'employees'],
    ['administratif', 'administrative'],
    ['commercial', 'commerciale', 'commerciaux'],
    ['professionnel', 'professionnelle', 'professionnels'],
    ['chef', 'cheffe', 'cheffes'],
    ['hote', 'hotesse'],
    ['maitre', 'maitresse'],
    ['travail', 'travaux'],
    ['bureau', 'bureaux'],
    ['anglais', 'anglaise'],
    ['comptable', 'comptabilite'],
    ['manager', 'manageuse'],
  ])('is one for %s and its other forms', (...forms) => expect(new Set(forms.map(stem)).size).toBe(1));

  it.each([
    ['directeur', 'direction'],
    ['compte', 'comptoir'],
    ['vente', 'vendeur'],
    ['mere', 'maire'],
    ['caissier', 'caisson'],
  ])('keeps %s apart from %s', (one, other) => expect(stem(one)).not.toBe(stem(other)));

  it.each(['as', 'ide', 'bts', '3x8', 'h2'])('leaves %s as it is', (word) => expect(stem(word)).toBe(word));

  it('is itself its stem, and never empty', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aeisxrtlnu'), minLength: 1, maxLength: 12 }), (word) => {
        expect(stem(word)).not.toBe('');
        expect(stem(word)).toBe(stem(word));
      }),
    ));

  it("is one for both genders of 99 in 100 of ROME's names", () => {
    let [same, all] = [0, 0];
    for (const { label } of allAppellations()) {
      const [one = [], other, more] = label.split(' / ').map((half) => placedStems(half).map((placed) => placed.stem));
      if (other === undefined || more !== undefined) continue;
      const common = Math.min(one.length, other.length);
      all += 1;
      if (one.slice(0, common).join(' ') === other.slice(0, common).join(' ')) same += 1;
    }
    expect(all).toBeGreaterThan(10_000);
    expect(same / all).toBeGreaterThan(0.99);
  });
});

describe('the stems of a name', () => {
  it.each([
    ['Boulanger / Boulangère (H/F)', 'boulanger'],
    ['Développeur / Développeuse web', 'developpeur web'],
    ['Employé(e) de libre-service', 'employ libr servic'],
    ["Chef d'équipe / Cheffe d'équipe", 'chef equip'],
    ['Chargé·e·s de mission', 'charg mission'],
    ['H/F', ''],
  ])('%s', (name, stems) => expect(stemsOf(name).join(' ')).toBe(stems));
});
