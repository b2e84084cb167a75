import { aPosting, now } from '../../test/support/postings.js';
import { acknowledged, type Acknowledgement } from './acknowledge.js';
import type { Posting } from './posting.js';

const sent = (change: Partial<Posting> = {}) =>
  aPosting({
    known: { kind: 'show', version: 3, revision: 1 },
    mayHold: true,
    state: 'sent',
    dueAt: undefined,
    ...change,
  });
const live = { status: 'live', url: 'https://emploi.example/offres/1' } as const;
const refused = { status: 'refused', reason: 'duplicate' } as const;
const after = (posting: Posting, word: Acknowledgement) => {
  const result = acknowledged(posting, word, now);
  if (result.kind !== 'posting') throw new Error(result.kind);
  return result.posting;
};

describe('a partner', () => {
  it('says where an offer shows', () =>
    expect(after(sent(), live)).toMatchObject({ state: 'live', publicUrl: live.url, since: now }));
  it('says it a second time without changing anything', () => {
    const once = after(sent(), live);
    expect(after(once, live)).toEqual(once);
  });
  it('says that it does not show it, and why', () =>
    expect(after(sent(), refused)).toMatchObject({ state: 'refused', reason: 'duplicate', publicUrl: undefined }));
  it('may change its mind', () => {
    const back = after(after(sent(), refused), live);
    expect(back.state).toBe('live');
    expect(back.reason).toBeUndefined();
  });
  it('speaks of the version before while an update is due', () => {
    const updating = sent({ known: { kind: 'show', version: 2, revision: 1 }, state: 'pending', dueAt: now });
    expect(after(updating, live)).toMatchObject({ state: 'pending', publicUrl: live.url, dueAt: now });
    expect(after(updating, refused)).toMatchObject({ state: 'pending', dueAt: now });
  });
  it.each([
    ['is coming down', sent({ wanted: { kind: 'remove', version: 4, because: 'withdrawn' }, state: 'removing' })],
    ['was never sent to it', aPosting()],
    ['is no longer wanted of it', sent({ wanted: { kind: 'nothing', version: 3 } })],
  ])('cannot speak of a posting that %s', (_why, posting) =>
    expect(acknowledged(posting, live, now)).toEqual({ kind: 'notShown' }),
  );
});
