import { SearchablePortal } from './searchable-portal.js';

const rennes = { communeInsee: '35238', postalCode: '35000' };
const cesson = { communeInsee: '35051', postalCode: '35510' };
const paris11 = { communeInsee: '75111', postalCode: '75011' };

/** What a filter finds and what it leaves out, each an ad that is the usual one but for this. */
const filters: readonly (readonly [query: string, finds: object, leavesOut: object])[] = [
  ['occupation=J1506,J1507', { occupation: { romeCode: 'J1506' } }, {}],
  ['appellation=11573', { occupation: { romeCode: 'D1102', ogrCode: '11573' } }, {}],
  ['domain=J15', { occupation: { romeCode: 'J1506' } }, { occupation: { romeCode: 'J1101' } }],
  ['domain=J', { occupation: { romeCode: 'J1506' } }, {}],
  [
    'sector=62.01Z',
    { employer: { name: 'Logiciels', naf: '62.01Z' } },
    { employer: { name: 'Conseil', naf: '62.02A' } },
  ],
  ['sector=62', { employer: { name: 'Conseil', naf: '6202A' } }, { employer: { name: 'Fournil', naf: '10.71C' } }],
  ['commune=75056', { workplaces: [paris11] }, {}],
  ['commune=75111,35051', { workplaces: [rennes, cesson] }, {}],
  ['commune=35238&radius=10', { workplaces: [cesson] }, { workplaces: [paris11] }],
  ['department=75', { workplaces: [paris11] }, {}],
  ['region=11', { workplaces: [paris11] }, {}],
  ['employmentArea=1109', { workplaces: [paris11] }, {}],
  ['contract=CDD', { contract: { type: 'CDD', nature: 'E1' } }, {}],
  ['nature=E2,FS', { contract: { type: 'CDD', nature: 'E2' } }, { contract: { type: 'CDD', nature: 'E1' } }],
  ['workingTime=part', { workingTime: { fullTime: false } }, { workingTime: { fullTime: true } }],
  ['workingTime=full', { workingTime: { weeklyHours: 39 } }, {}],
  [
    'hoursMin=20&hoursMax=30',
    { workingTime: { weeklyHours: 30, weeklyMinutes: 30 } },
    { workingTime: { weeklyHours: 31 } },
  ],
  ['hoursMin=36', { workingTime: { weeklyHours: 39 } }, { workingTime: { weeklyHours: 35 } }],
  ['payMin=1500', { pay: { min: 1300, max: 1500, unit: 'HOUR' } }, { pay: { min: 1499, unit: 'HOUR' } }],
  ['payMin=1500', { pay: { min: 227_500, unit: 'MONTH' } }, { pay: { min: 227_300, unit: 'MONTH' } }],
  ['payMin=1500', { pay: { min: 2_730_000, unit: 'YEAR' } }, {}],
  [
    'payMin=1500',
    { pay: { min: 130_000, unit: 'MONTH' }, workingTime: { weeklyHours: 20 } },
    { pay: { min: 130_000, unit: 'MONTH' } },
  ],
  ['payMin=3000000&payUnit=YEAR', { pay: { min: 1650, unit: 'HOUR' } }, { pay: { min: 1640, unit: 'HOUR' } }],
  ['payMin=60000', { pay: { min: 61_000, unit: 'HOUR' } }, { pay: { min: 55_000, unit: 'HOUR' } }],
  ['experience=E', { requirements: { experience: { exigence: 'E' } } }, {}],
  [
    'experienceYears=2',
    { requirements: { experience: { exigence: 'E', min: 24, unit: 'MO' } } },
    { requirements: { experience: { exigence: 'E', min: 3 } } },
  ],
  ['experienceYears=0', {}, { requirements: { experience: { exigence: 'E' } } }],
  [
    'training=NV4',
    { requirements: { experience: { exigence: 'D' }, trainings: [{ level: 'NV4', exigence: 'E' }] } },
    {},
  ],
  ['qualification=9', { requirements: { experience: { exigence: 'D' }, qualification: '9' } }, {}],
  ['licence=B', { requirements: { experience: { exigence: 'D' }, licences: [{ code: 'B', exigence: 'E' }] } }, {}],
  [
    'language=en',
    { requirements: { experience: { exigence: 'D' }, languages: [{ iso639: 'en', exigence: 'S' }] } },
    {},
  ],
  ['remote=hybrid,full', { remote: { mode: 'full' } }, { remote: { mode: 'none' } }],
  ['remote=none', {}, { remote: { mode: 'hybrid' } }],
  ['access=handicap', { access: { handicap: true } }, { access: { handicap: false } }],
  ['access=inclusion', { access: { inclusion: true } }, {}],
  ['openings=5', { openings: 7 }, { openings: 4 }],
  ['anonymous=false', {}, { employer: { anonymous: true } }],
  ['anonymous=true', { employer: { anonymous: true } }, {}],
  ['origin=employer', {}, { source: { partner: 'jobs-prive' } }],
  ['origin=jobs-prive', { source: { partner: 'jobs-prive' } }, {}],
  ['q=boulanger -nuit', {}, { description: 'Le fournil cherche pour la nuit une personne qui aime le pain.' }],
  [
    'q="bon pain"',
    { description: 'Qui fait du bon pain avec nous, chaque jour de la semaine ?' },
    { description: 'Du pain, et du bon, avec nous, chaque jour de la semaine ?' },
  ],
];

describe('search', () => {
  let portal: SearchablePortal;

  beforeAll(async () => {
    portal = await SearchablePortal.start();
  });
  afterAll(() => portal.stop());

  describe('by each filter', () => {
    it.each(filters)('%s', async (query, finds, leavesOut) => {
      const [yes, no] = await portal.show([finds, leavesOut], new Date().toISOString());
      const found = await portal.ids(`${query}&limit=100&sort=date`);
      expect(found).toContain(yes);
      expect(found).not.toContain(no);
    });

    it('postedSince: days back, and a day in Paris', async () => {
      const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
      const occupation = { romeCode: 'A1201' };
      const [new_] = await portal.show([{ occupation }], ago(1));
      const [old] = await portal.show([{ occupation }], ago(20));
      expect(await portal.ids('postedSince=7&occupation=A1201')).toEqual([new_]);
      expect(await portal.ids('postedSince=30&occupation=A1201')).toEqual([new_, old]);
      expect(await portal.ids(`postedSince=${ago(10).slice(0, 10)}&occupation=A1201`)).toEqual([new_]);
      expect(await portal.ids('postedSince=7&q=bûcheron')).toContain(new_);
    });

    it('all of them at once, and one that nothing meets', async () => {
      const everything = {
        occupation: { romeCode: 'M1805' },
        contract: { type: 'CDD', nature: 'E1' },
        workplaces: [paris11],
        pay: { min: 2000, unit: 'HOUR' },
        remote: { mode: 'hybrid' },
      };
      const [all] = await portal.show([everything]);
      const query =
        'q=développeur&domain=M18&contract=CDD&commune=75056&radius=20&payMin=1900&remote=hybrid&experience=D';
      expect(await portal.ids(query)).toEqual([all]);
      expect(await portal.find(`${query}&openings=50`)).toMatchObject({
        items: [],
        total: { value: 0, relation: 'exactly' },
      });
    });
  });
});
