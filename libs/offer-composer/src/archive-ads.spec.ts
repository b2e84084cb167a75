import { offerContent } from '@accord/contracts/offer';
import { refusals } from '@accord/offer-checks/refusals';
import { runChecks } from '@accord/offer-checks/run-checks';

import { archiveAds } from './archive-ads.js';
import { inventedUnits } from './establishments.js';

const today = '2026-11-25';
const ads = archiveAds({ today });
const now = new Date(`${today}T11:00:00Z`);

describe('the ads of the archive', () => {
  it('are some sixty, each with a reference of its own', () => {
    expect(ads.length).toBeGreaterThan(50);
    expect(new Set(ads.map(({ reference }) => reference)).size).toBe(ads.length);
  });

  it('are taken, and no check stops them', () => {
    for (const ad of ads) {
      const content = offerContent.parse(ad);
      const found = runChecks(content, { now }).filter(({ severity }) => severity !== 'advise');
      expect([ad.reference, ...refusals(content, { now, kind: 'new' }), ...found]).toEqual([ad.reference]);
    }
  });

  it('speak in the name of nobody but the archive, and say what they are', () => {
    const archive = inventedUnits.find(({ name }) => name === "Archive d'annonces publiques");
    for (const { employer, reference, description } of ads) {
      expect(archive?.establishments.map(({ siret }) => siret)).toContain(employer.siret);
      expect(employer.name).toBe(archive?.name);
      expect(reference).toMatch(/^ARCHIVE-/);
      expect(description).toMatch(
        /Texte d'archive : .*(licence MIT|Licence Ouverte).*Ce poste n'est plus à pourvoir\.$/,
      );
    }
  });

  it('hold no address, number or name of a person, and no name of a private firm', () => {
    const contact = /@|https?:|www\.|\b0\d([ .]?\d\d){4}\b|\+33/;
    const persons =
      /Frédéric|Marion|Tristram|Francis|Martin|Bastien|Philéas|Julien|Samah|Tiphaine|Guillaume|Jachiet|Maison,|Barbara|Dupont/;
    const firms =
      /Auchan|\bGCA\b|BMW|IKOS|IKER|Agoriade|AROLLA|\bDFM\b|\bIGF\b|JMBK|Lactalis|Comptoir Général|Exotec|TADA|\bRTL\b/i;
    for (const { title, description } of ads)
      for (const pattern of [contact, persons, firms]) expect(`${title}\n${description}`).not.toMatch(pattern);
  });

  it('are plain text', () => {
    for (const { title, description } of ads) {
      expect(title).not.toMatch(/\s{2}|^\s|<|&\w+;/);
      expect(description).not.toMatch(/<\/?\w+>|&\w+;|\*\*|^#|\]\(|\n{3}/m);
    }
  });
});
