import { composeShowable } from '@accord/offer-composer/compose-showable';

import { explainSearch } from '../../../../apps/portal/test/explain-search.js';
import { fillIndex } from '../../../../apps/portal/test/fill-ads.js';
import { indexSizes } from '../../../../apps/portal/test/index-sizes.js';
import { nowUs } from './clock.js';
import { explain, fill, sizes } from './search.calls.js';
import { on, serve } from './serve.js';

serve(
  on(fill, async ({ adminUrl, schema, ads, today }) => {
    const began = nowUs();
    await fillIndex(adminUrl, schema, composed(ads, today));
    return { tookS: (nowUs() - began) / 1e6 };
  }),
  on(explain, ({ adminUrl, schema, query }) => explainSearch(adminUrl, schema, query)),
  on(sizes, ({ adminUrl, schema }) => indexSizes(adminUrl, schema)),
);

const SPREAD_MS = 60 * 86_400_000;

/**
 * Ads that are marked as composed, in the order in which they came, as a portal is told of them: the newest of a day lie closest
 * together, the oldest are from 60 days before.
 */
function* composed(count: number, today: string) {
  const last = Date.parse(today);
  for (let index = 0; index < count; index += 1) {
    const age = ((count - index) / count) ** 2 * SPREAD_MS;
    const createdAt = new Date(last - age).toISOString();
    const view = { ...composeShowable(index, { today }), createdAt, updatedAt: createdAt };
    yield { offerId: view.offerId, version: 1, decidedAt: createdAt, view };
  }
}
