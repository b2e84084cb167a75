import type { z } from 'zod';

import type { deliveryPosition } from './delivery-query.js';

/** Which recalls are asked for. */
export interface RecallSearch {
  readonly offer?: string;
  readonly partner?: string;
  /** Decided then or later. */
  readonly since?: string;
  /** Only those that are an operator's: not confirmed in time, or still visible for too long. */
  readonly escalated?: boolean;
  /** Where the page begins: behind this one, newest first. */
  readonly behind?: z.infer<typeof deliveryPosition>;
  readonly limit: number;
}
