import fc from 'fast-check';

import { suggestionKinds, theSuggestions } from './suggestions.js';

const suggestions = theSuggestions.get();
const labels = (typed: string, kinds: readonly (typeof suggestionKinds)[number][] = suggestionKinds, most = 8) =>
  suggestions.find(typed, kinds, most).map(({ kind, label }) => `${kind} ${label}`);

describe('completion', () => {
  it.each([
    ['boulan', 'occupation Boulanger / Boulangère'],
    ['aide soi', 'occupation Aide-soignant / Aide-soignante'],
    ['develo web', 'occupation Développeur / Développeuse web'],
    ['INFIRMIÈRE ane', 'occupation Infirmier / Infirmière anesthésiste (IADE)'],
    ['renn', 'commune Rennes'],
    ['saint den', 'commune Saint-Denis'],
    ["l'hay", "commune L'Haÿ-les-Roses"],
    // Letters too few, other, swapped
    ['boulangr', 'occupation Boulanger / Boulangère'],
    ['plmbier', 'occupation Plombier / Plombière sanitaire'],
    ['infimi', 'occupation Infirmier / Infirmière scolaire'],
    ['renes', 'commune Rennes'],
    ['dévelopeur we', 'occupation Développeur / Développeuse web'],
  ])('of %j is, among the first, %s', (typed, label) => expect(labels(typed)).toContain(label));

  it('gives the kinds asked for, with their codes and what tells namesakes apart', () => {
    expect(suggestions.find('saint denis', ['commune'], 2)).toEqual([
      { kind: 'commune', code: '97411', label: 'Saint-Denis', department: { code: '974', label: 'La Réunion' } },
      { kind: 'commune', code: '93066', label: 'Saint-Denis', department: { code: '93', label: 'Seine-Saint-Denis' } },
    ]);
    expect(suggestions.find('boulanger', ['appellation'], 1)).toEqual([
      {
        kind: 'appellation',
        code: expect.stringMatching(/^\d+$/),
        label: 'Boulanger / Boulangère',
        occupation: { code: 'D1102', label: 'Boulanger / Boulangère' },
      },
    ]);
    expect(suggestions.find('soudure', ['skill'], 3)).toHaveLength(3);
  });

  it('meets every word, in any order', () =>
    expect(labels('web développeur')).toContain('occupation Développeur / Développeuse web'));

  it('gives as many as asked for, each once', () => {
    for (const typed of ['a', 'de', 'technicien', 'sa'])
      for (const most of [1, 5, 50]) {
        const found = suggestions.find(typed, suggestionKinds, most).map(({ kind, code }) => `${kind}${code}`);
        expect(found.length).toBeLessThanOrEqual(most);
        expect(new Set(found).size).toBe(found.length);
      }
  });

  it('remembers nothing of what was typed before', () => {
    const before = labels('boulan');
    labels('infirmier de bloc');
    labels('xyzzy');
    expect(labels('boulan')).toEqual(before);
  });

  it('takes anything', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (typed) => labels(typed).length <= 8));
    expect(labels('')).toEqual([]);
    expect(labels('?!')).toEqual([]);
    expect(labels('xyzzyxqwv')).toEqual([]);
  });
});
