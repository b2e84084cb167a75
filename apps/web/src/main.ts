import { runEdge } from '@accord/service/run-edge';

import { web } from './web.js';

await runEdge(web);
