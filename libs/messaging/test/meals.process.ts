import 'reflect-metadata';

import { setting } from '@accord/testing/environment';
import { startMessaging } from '@accord/testing/messaging-harness';
import { TestDeployment } from '@accord/testing/test-deployment';

import { MealHandlers, mealCooked } from './meals.js';

/** A hall or kitchen as a process of its own, for tests that freeze or kill it. Says what it does in lines of JSON. */
const need = (name: string): string => setting(name) ?? '';
const service = need('SERVICE');
const dieAt = setting('DIE_AT');

const say = (event: string): void => void process.stdout.write(`${JSON.stringify({ event })}\n`);
let armed = true;

function freeze(): void {
  say('frozen');
  process.kill(process.pid, 'SIGSTOP');
  say('thawed');
}

MealHandlers.before = () => {
  if (!armed || setting('PAUSE_IN') === undefined) return;
  armed = false;
  freeze();
};

await startMessaging(new TestDeployment(need('BROKERS').split(','), need('SUFFIX')), {
  service,
  appUrl: need('APP_URL'),
  controllers: service === 'hall' ? [MealHandlers] : [],
  writes: service === 'kitchen' ? [mealCooked] : [],
  idleInTransactionTimeoutMs: 1_500,
  tuning: { eventsAtOnce: 5 },
  failpoint: (place) => {
    if (!armed || place !== dieAt?.split(':')[0]) return;
    armed = false;
    if (dieAt.endsWith('pause')) freeze();
    else process.kill(process.pid, 'SIGKILL');
  },
});
say('started');
