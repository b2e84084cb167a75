import type { PartnerEndpoint, PartnerRegistered } from '@accord/contracts/events/partner-registered';

/** What of a partner a clause may depend on. */
export type PartnerFacts = Pick<PartnerRegistered, 'category' | 'status' | 'conditions' | 'roles'>;

/**
 * Whether something that was allowed before may not be after: another category, a condition no longer kept, a partner that no
 * longer receives or is set aside. Then consent is asked to stop at once, before the registry tells everybody.
 */
export function mayTakeAway(before: PartnerFacts, after: PartnerFacts): boolean {
  return (
    before.category !== after.category ||
    before.conditions.some((condition) => !after.conditions.includes(condition)) ||
    (before.status === 'active' && after.status !== 'active') ||
    (before.roles.includes('outlet') && !after.roles.includes('outlet'))
  );
}

/** What a partner sees of its own endpoint: everything but secrets. */
export type EndpointView = Omit<PartnerEndpoint, 'secretsVersion'>;
