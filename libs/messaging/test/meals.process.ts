import 'reflect-metadata';

import { startMessaging } from '@accord/testing/messaging-harness';
import { TestDeployment } from '@accord/testing/test-deployment';

import { MealHandlers, mealCooked } from './meals.js';

/** A hall or kitchen as a process of its own, for tests that freeze or kill it. Says what it does in lines of JSON. */
const { SERVICE = '', APP_URL = '', BROKERS = '', SUFFIX = '', PAUSE_IN, DIE_AT } = process.env;

const say = (event: string): void => void process.stdout.write(`${JSON.stringify({ event })}\n`);
let armed = true;

function freeze(): void {
  say('frozen');
  process.kill(process.pid, 'SIGSTOP');
  say('thawed');
}

MealHandlers.before = () => {
  if (!armed || PAUSE_IN === undefined) return;
  armed = false;
  freeze();
};

await startMessaging(new TestDeployment(BROKERS.split(','), SUFFIX), {
  service: SERVICE,
  appUrl: APP_URL,
  controllers: SERVICE === 'hall' ? [MealHandlers] : [],
  writes: SERVICE === 'kitchen' ? [mealCooked] : [],
  idleInTransactionTimeoutMs: 1_500,
  tuning: { eventsAtOnce: 5 },
  failpoint: (place) => {
    if (!armed || place !== DIE_AT?.split(':')[0]) return;
    armed = false;
    if (DIE_AT.endsWith('pause')) freeze();
    else process.kill(process.pid, 'SIGKILL');
  },
});
say('started');
