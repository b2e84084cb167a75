import { bothGenders, de, lowered, someone, yours } from './both-genders.js';

describe('the name of a job', () => {
  it.each([
    ['Boulanger / Boulangère', 'un boulanger ou une boulangère'],
    ['Abatteur / Abatteuse de carrière', 'un abatteur de carrière ou une abatteuse de carrière'],
    ['Chargé / Chargée de mission', 'un chargé de mission ou une chargée de mission'],
    [
      'Agent technico-commercial / Agente technico-commerciale en location',
      'un agent technico-commercial en location ou une agente technico-commerciale en location',
    ],
    ['Comptable', 'un ou une comptable'],
    ['ATSEM', 'un ou une ATSEM'],
  ])('%s', (label, words) => expect(someone(label)).toBe(words));

  it('is left as it is when it has three forms', () =>
    expect(bothGenders('A / B / C')).toEqual({ masculine: 'a / B / C', feminine: 'a / B / C' }));
});

describe('a word in a sentence', () => {
  it.each([
    ['assurer', "d'assurer"],
    ['éduquer', "d'éduquer"],
    ['habiller', "d'habiller"],
    ['hisser', 'de hisser'],
    ['pétrir', 'de pétrir'],
  ])('%s', (infinitive, words) => expect(de(infinitive)).toBe(words));

  it('speaks to the reader', () => {
    expect(yours('organiser son travail avec ses clients, dans sa maison')).toBe(
      'organiser votre travail avec vos clients, dans votre maison',
    );
  });

  it('keeps the capitals of an acronym', () => {
    expect([lowered('VTC'), lowered('Pétrir'), lowered('Élaguer')]).toEqual(['VTC', 'pétrir', 'élaguer']);
  });
});
