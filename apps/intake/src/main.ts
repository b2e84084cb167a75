import { runService } from '@accord/service/run-service';

import { intakeService } from './intake.service-definition.js';

await runService(intakeService);
