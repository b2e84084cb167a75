import { postingChanged } from '@accord/contracts/events/posting-changed';

import { aPosting, now, permit } from '../../test/support/postings.js';
import { isNews, nextOutcomeVersion, outcomeOf } from './outcome-event.js';

const later = new Date(now.getTime() + 60_000);

describe('what others are told of a posting', () => {
  it('follows the contract', () => {
    const full = aPosting({ permit, publicUrl: 'https://emploi.example/1', reason: 'http-500', mayHold: true });
    expect(postingChanged.data.parse(outcomeOf(full))).toEqual(outcomeOf(full));
    expect(postingChanged.data.parse(outcomeOf(aPosting({ dueAt: undefined })))).not.toHaveProperty('nextAttemptAt');
  });
  it('is news when its state, its reason or its attempts change', () => {
    expect(isNews(undefined, aPosting())).toBe(true);
    expect(isNews(aPosting(), aPosting({ state: 'sent' }))).toBe(true);
    expect(isNews(aPosting(), aPosting({ reason: 'timeout' }))).toBe(true);
    expect(isNews(aPosting(), aPosting({ attempts: 1 }))).toBe(true);
    expect(isNews(aPosting(), aPosting({ mayHold: true }))).toBe(true);
  });
  it('is no news when only the next attempt moves', () =>
    expect(isNews(aPosting(), aPosting({ dueAt: later, asks: 3, outcomeVersion: 99 }))).toBe(false));
  it('has a version that grows, also after everything was lost', () => {
    expect(nextOutcomeVersion(0, now)).toBe(now.getTime());
    expect(nextOutcomeVersion(now.getTime(), now)).toBe(now.getTime() + 1);
    expect(nextOutcomeVersion(later.getTime(), now)).toBe(later.getTime() + 1);
  });
});
