import { runService } from '@accord/service/run-service';

import { portalService } from './portal.service-definition.js';

await runService(portalService);
