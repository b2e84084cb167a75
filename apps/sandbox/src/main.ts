import { runEdge } from '@accord/service/run-edge';

import { sandbox } from './sandbox.js';

await runEdge(sandbox);
