import { partnerRegistered, type PartnerRegistered } from '@accord/contracts/events/partner-registered';

/** Three portals, as the directory tells of them. */
export const partners: readonly PartnerRegistered[] = (
  [
    ['emploi-public', 'public'],
    ['jobs-prive', 'private'],
    ['campus-formation', 'training'],
  ] as const
).map(([partner, category]) =>
  partnerRegistered.data.parse({
    partner,
    version: 1,
    name: partner,
    roles: ['outlet'],
    category,
    status: 'active',
    conditions: [],
    endpoint: null,
    limits: { concurrency: 4, ratePerSecond: 50 },
    changedAt: new Date().toISOString(),
  }),
);
