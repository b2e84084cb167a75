import type { Provider, Type } from '@nestjs/common';

import { OfferEventStore } from './offer-event.store.js';
import { OfferEventsController } from './offer-events.controller.js';
import { OfferStreams, StreamParts } from './offer-streams.js';
import { OpenStream } from './open-stream.js';

/** What happened to offers: kept, and told as it happens. */
export const eventControllers: Type[] = [OfferEventsController];
export const eventProviders: Provider[] = [OfferEventStore, StreamParts, OfferStreams, OpenStream];
