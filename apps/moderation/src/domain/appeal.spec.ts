import { mayAppeal, type Contested } from './appeal.js';

const refused: Contested = {
  withdrawn: false,
  revision: 2,
  verdict: 'rejected',
  verdictRevision: 2,
  decidedBefore: false,
};
const given = (change: Partial<Contested>) => mayAppeal({ ...refused, ...change });

describe('an appeal', () => {
  it('is possible against a refusal', () => expect(given({})).toBeUndefined());
  it('is possible against a request for changes', () => expect(given({ verdict: 'changesRequested' })).toBeUndefined());
  it.each(['approved', 'inReview', null] as const)('has no object when the verdict is %s', (verdict) =>
    expect(given({ verdict })).toBe('nothing-refused'),
  );
  it('has no object while a newer text is verified', () => expect(given({ revision: 3 })).toBe('nothing-refused'));
  it('is decided once', () => expect(given({ decidedBefore: true })).toBe('decided-before'));
  it('ends with the offer', () => expect(given({ withdrawn: true })).toBe('withdrawn'));
});
