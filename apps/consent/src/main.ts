import { runService } from '@accord/service/run-service';

import { consentService } from './consent.service-definition.js';

await runService(consentService);
