import { CONFIG } from '@accord/service/kit.module';
import { Inject, Injectable } from '@nestjs/common';

import type { ConsentConfig } from '../consent.config.js';
import { Loops } from '../loops.js';
import { FinishIntents } from './finish-intents.js';

@Injectable()
export class IntentLoop {
  constructor(finish: FinishIntents, loops: Loops, @Inject(CONFIG) { TICK_MS }: ConsentConfig) {
    loops.add('intents', TICK_MS, () => finish.turn(), 'at-intervals');
  }
}
