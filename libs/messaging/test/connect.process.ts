import { setting } from '@accord/testing/environment';

import { kafkajsPort } from '../src/kafkajs/kafkajs-port.js';

/** Talks to a broker, and warns once: for a test that looks at what is warned of. */
const admin = kafkajsPort({ brokers: (setting('BROKERS') ?? '').split(','), clientId: 'warnings' }).admin();
await admin.connect();
await admin.clusterId();
process.emitWarning('others pass', 'SomeWarning');
await admin.close();
