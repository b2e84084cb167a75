import { aPosting, now } from '../../test/support/postings.js';
import { takenOver } from './take-over.js';

describe('a posting whose sender vanished', () => {
  it('is due again at once, and may have arrived', () =>
    expect(takenOver(aPosting({ dueAt: new Date(0) }), 'show', now)).toMatchObject({
      mayHold: true,
      dueAt: now,
      attempts: 0,
    }));
  it('does not arrive by a removal', () => {
    const removing = aPosting({ wanted: { kind: 'remove', version: 4, because: 'withdrawn' }, state: 'removing' });
    expect(takenOver(removing, 'remove', now)).toMatchObject({ mayHold: false, dueAt: now });
  });
  it('is not due where the answer was stored by someone else', () => {
    const known = { kind: 'show', version: 3, revision: 1 } as const;
    expect(takenOver(aPosting({ known, state: 'sent' }), 'show', now).dueAt).toBeUndefined();
    expect(takenOver(aPosting({ state: 'refused' }), 'show', now).dueAt).toBeUndefined();
  });
  it('is shown as unconfirmed where it is no longer wanted', () =>
    expect(takenOver(aPosting({ wanted: { kind: 'nothing', version: 3 } }), 'show', now)).toMatchObject({
      state: 'removalUnconfirmed',
      mayHold: true,
      dueAt: undefined,
    }));
});
