import { ContactKeys } from '@accord/service/contact-keys';
import { Log } from '@accord/service/logging';
import type { Provider } from '@nestjs/common';

import { ConsentClient } from './consent.client.js';
import { EndpointSecrets } from './endpoint-secrets.js';
import { Flights } from './flights.js';
import { Heartbeat } from './heartbeat.js';
import { PermitClosings } from './permit-closings.js';
import { PermitGate } from './permit-gate.js';
import { PermitSession } from './permit-session.js';
import { ServiceClients } from './service-clients.js';

/** What is asked of other services of ours: permits, contact keys, endpoint secrets. */
export const serviceProviders: Provider[] = [
  Flights,
  Heartbeat,
  ServiceClients,
  {
    provide: ConsentClient,
    useFactory: ({ consent }: ServiceClients) => new ConsentClient(consent),
    inject: [ServiceClients],
  },
  {
    provide: EndpointSecrets,
    useFactory: ({ partners }: ServiceClients) => new EndpointSecrets(partners),
    inject: [ServiceClients],
  },
  {
    provide: ContactKeys,
    useFactory: ({ intake }: ServiceClients) => new ContactKeys(intake, 'delivery-to-partners'),
    inject: [ServiceClients],
  },
  {
    provide: PermitClosings,
    useFactory: (...parts: ConstructorParameters<typeof PermitClosings>) => new PermitClosings(...parts),
    inject: [ConsentClient, Log],
  },
  {
    provide: PermitSession,
    useFactory: (consent: ConsentClient, log: Log, flights: Flights, { everyMs }: Heartbeat) =>
      new PermitSession(consent, log, () => flights.cutAll('session-over'), everyMs),
    inject: [ConsentClient, Log, Flights, Heartbeat],
  },
  {
    provide: PermitGate,
    useFactory: (...parts: ConstructorParameters<typeof PermitGate>) => new PermitGate(...parts),
    inject: [ConsentClient, PermitSession, PermitClosings, Log],
  },
];
