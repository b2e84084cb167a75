import { runService } from '@accord/service/run-service';

import { partnersService } from './partners.service-definition.js';

await runService(partnersService);
