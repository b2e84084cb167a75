import { instant, offerId, partnerId } from '@accord/contracts/primitives';
import { z } from 'zod';

/** Where a page of deliveries begins: behind this one, newest first. */
export const deliveryPosition = z.tuple([z.iso.datetime(), z.uuid()]);

/** Which deliveries are asked for. */
export interface DeliverySearch {
  readonly offer?: string;
  readonly partner?: string;
  /** Requests made then or later. */
  readonly since?: string;
  readonly behind?: z.infer<typeof deliveryPosition>;
  readonly limit: number;
}

export const deliveryFilters = { offer: offerId.optional(), since: instant.optional() };
export const partnerFilter = { partner: partnerId.optional() };
