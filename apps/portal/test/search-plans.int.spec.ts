import { composeShowable } from '@accord/offer-composer/compose-showable';
import { adminDatabaseUrl } from '@accord/testing/environment';

import { explainSearch } from './explain-search.js';
import { fillIndex } from './fill-ads.js';
import { SearchablePortal } from './searchable-portal.js';

/** The scan that finds ads, in a plan that reads them. */
const finder = /Scan (?:using |on )(ad_\w+).*?(?:actual|$)/;

describe('however few the ads, a search finds them by their terms', () => {
  let portal: SearchablePortal;
  let schema: string;

  beforeAll(async () => {
    portal = await SearchablePortal.start();
    schema = `portal_${portal.harness.topicPrefix.replace('.', '')}`;
    const views = Array.from({ length: 1_500 }, (_, index) => composeShowable(index));
    await fillIndex(
      adminDatabaseUrl,
      schema,
      views.map((view) => ({ offerId: view.offerId, version: 1, decidedAt: view.createdAt, view })),
    );
  }, 60_000);
  afterAll(() => portal.stop());

  it.each([
    ['one condition', 'q=emballeur'],
    ['words that few ads have', 'q=xyzzyx'],
    ['words that many have', 'q=équipe&sort=date'],
    ['a filter', 'department=35'],
    ['words and filters', 'q=vendeur&department=35&contract=CDI'],
    ['a circle', 'q=vendeur&commune=35238&radius=30'],
    ['distance', 'q=vendeur&commune=35238&sort=distance'],
    ['facets', 'q=vendeur&facets=contract,department'],
    ['an exclusion', 'q=vendeur -équipe'],
  ])('%s', async (_, query) => {
    const told = await explainSearch(adminDatabaseUrl, schema, query);
    const reading = told.filter((plan) => /ads_with_\d/.test(plan) && plan.startsWith('duration'));
    expect(told.join('')).not.toContain('ad_ladder');
    expect(reading.length).toBeGreaterThan(0);
    expect(new Set(reading.map((plan) => finder.exec(plan)?.[1]))).toEqual(new Set(['ad_terms']));
  });
});
