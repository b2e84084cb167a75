import { ledgerAppended } from '@accord/contracts/events/ledger-appended';
import { partnerRegistered } from '@accord/contracts/events/partner-registered';
import { publicationDecided } from '@accord/contracts/events/publication-decided';
import type { ServiceDefinition } from '@accord/service/start-service';

import { consentConfig, type ConsentConfig } from './consent.config.js';
import { ConsentModule } from './consent.module.js';
import { ownDecisions } from './decide/own-decisions.js';
import { haltKeyOf, liftForLetter } from './halts/letter-halts.js';
import { knownKeys } from './known-keys.js';
import { migrations } from './migrations.js';

export const consentService: ServiceDefinition<ConsentConfig> = {
  name: 'consent',
  config: consentConfig,
  module: () => ConsentModule,
  migrations,
  messaging: {
    writes: [publicationDecided, ledgerAppended],
    owns: [ownDecisions],
    readFirst: [partnerRegistered, ledgerAppended],
    knownKeys,
    onDeadLetter: haltKeyOf,
    onDeadLetterResolved: liftForLetter,
  },
};
