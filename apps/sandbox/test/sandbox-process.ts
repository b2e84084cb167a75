import { readConfig } from '@accord/service/config';
import { type RunningEdge, startEdge } from '@accord/service/run-edge';
import { CapturedLog } from '@accord/testing/captured-log';

import { sandbox } from '../src/sandbox.js';
import { sandboxConfig } from '../src/sandbox.config.js';

/** The sandbox on a free port, in this process. */
export const startSandbox = (env: Record<string, string> = {}): Promise<RunningEdge> =>
  startEdge(
    sandbox,
    readConfig(sandboxConfig, { PORT: '0', SHUTDOWN_TIMEOUT_MS: '200', ...env }),
    new CapturedLog('sandbox').log,
  );
