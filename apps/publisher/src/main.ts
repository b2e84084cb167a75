import { runService } from '@accord/service/run-service';

import { publisherService } from './publisher.service-definition.js';

await runService(publisherService);
