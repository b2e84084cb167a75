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

/** Ads that are marked as composed, each shown since the moment it was made. */
function* composed(count: number, today: string) {
  for (let index = 0; index < count; index += 1) {
    const view = composeShowable(index, { today });
    yield { offerId: view.offerId, version: 1, decidedAt: view.createdAt, view };
  }
}
