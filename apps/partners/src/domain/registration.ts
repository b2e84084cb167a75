import type { PartnerEndpoint, PartnerRegistered } from '@accord/contracts/events/partner-registered';

/** What of a partner a clause may depend on. */
export type PartnerFacts = Pick<PartnerRegistered, 'category' | 'status' | 'conditions' | 'roles' | 'terms'>;

/**
 * What makes that something allowed before may not be after: another category, a condition no longer kept, a partner that no
 * longer receives or is set aside; or a material change of its terms, which asks employers again. Then consent is asked to
 * stop at once, before the registry tells everybody. Undefined: nothing does.
 */
export function whatTakesAway(
  before: PartnerFacts,
  after: PartnerFacts,
): 'partner-changed' | 'terms-changed' | undefined {
  if (changesFor(before, after)) return 'partner-changed';
  return (before.terms?.material ?? 0) < (after.terms?.material ?? 0) ? 'terms-changed' : undefined;
}

function changesFor(before: PartnerFacts, after: PartnerFacts): boolean {
  return (
    before.category !== after.category ||
    before.conditions.some((condition) => !after.conditions.includes(condition)) ||
    (before.status === 'active' && after.status !== 'active') ||
    (before.roles.includes('outlet') && !after.roles.includes('outlet'))
  );
}

/** What a partner sees of its own endpoint: everything but secrets. */
export type EndpointView = Omit<PartnerEndpoint, 'secretsVersion'>;
