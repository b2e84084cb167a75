import { CONFIG } from '@accord/service/kit.module';
import { Log } from '@accord/service/logging';
import { Module } from '@nestjs/common';

import { AdContacts } from './ad-contacts.js';
import { AdSearchStore } from './ad-search.store.js';
import { AdStore } from './ad.store.js';
import { AdsController } from './ads.controller.js';
import { CountFacets } from './count-facets.js';
import { DecisionHandlers } from './decision.handlers.js';
import { IndexAgain } from './index-again.js';
import { KNOWLEDGE, theKnowledge } from './knowledge.js';
import { NomenclaturesController } from './nomenclatures.controller.js';
import { ReadAd } from './read-ad.js';
import { ReadPage } from './read-page.js';
import { SearchAds } from './search-ads.js';
import { WarmUp } from './warm-up.js';

@Module({
  controllers: [AdsController, NomenclaturesController, DecisionHandlers],
  providers: [
    AdStore,
    AdSearchStore,
    SearchAds,
    ReadPage,
    CountFacets,
    { provide: KNOWLEDGE, useValue: theKnowledge },
    IndexAgain,
    WarmUp,
    ReadAd,
    { provide: AdContacts, useFactory: AdContacts.with, inject: [CONFIG, Log] },
  ],
})
export class PortalModule {}
