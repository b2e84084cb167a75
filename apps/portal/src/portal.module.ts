import { CONFIG } from '@accord/service/kit.module';
import { Log } from '@accord/service/logging';
import { Module } from '@nestjs/common';

import { AdContacts } from './ad-contacts.js';
import { AdStore } from './ad.store.js';
import { AdsController } from './ads.controller.js';
import { DecisionHandlers } from './decision.handlers.js';
import { NomenclaturesController } from './nomenclatures.controller.js';
import { ReadAd } from './read-ad.js';
import { SearchAds } from './search-ads.js';

@Module({
  controllers: [AdsController, NomenclaturesController, DecisionHandlers],
  providers: [AdStore, SearchAds, ReadAd, { provide: AdContacts, useFactory: AdContacts.with, inject: [CONFIG, Log] }],
})
export class PortalModule {}
