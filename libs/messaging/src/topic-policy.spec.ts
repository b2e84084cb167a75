import { consentLedger, offerRevisions, deadLettersOf } from '@accord/contracts/topics';
import { allEvents } from '@accord/contracts/events';

import { policyOf, topicsOf } from './topic-policy.js';

describe("a topic's settings", () => {
  it('compact what holds states, and keep tombstones for thirty days', () =>
    expect(policyOf(offerRevisions)).toEqual({
      'cleanup.policy': 'compact',
      'delete.retention.ms': '2592000000',
      'max.message.bytes': '1114112',
    }));
  it('keep the ledger for ever', () =>
    expect(policyOf(consentLedger)).toMatchObject({ 'cleanup.policy': 'delete', 'retention.ms': '-1' }));
  it('keep dead letters for thirty days, with room for the reason', () => {
    const policy = policyOf(deadLettersOf(offerRevisions));
    expect(policy).toMatchObject({ 'cleanup.policy': 'delete', 'retention.ms': '2592000000' });
    expect(Number(policy['max.message.bytes'])).toBeGreaterThan(Number(policyOf(offerRevisions)['max.message.bytes']));
  });
});

it('the topics of contracts are made once each, with their dead letters and what says which they are', () => {
  const names = topicsOf([...allEvents, ...allEvents]).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(['accord.topics', 'offer.revisions', 'offer.revisions.dead-letters']));
});
