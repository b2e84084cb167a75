import { runService } from '@accord/service/run-service';

import { moderationService } from './moderation.service-definition.js';

await runService(moderationService);
