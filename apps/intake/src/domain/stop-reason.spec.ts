import { type GivenReason, isMistyped, reasonsOf, type StopReason, stopReason } from './stop-reason.js';

const given = (intent: Parameters<typeof stopReason>[0], reason: GivenReason) => ({
  then: (expected: StopReason) => expect(stopReason(intent, reason)).toEqual(expected),
});

describe('a reason', () => {
  it('that is none is the employer’s request', () => given('withdrawn', {}).then({ code: 'employer-request' }));
  it('of the list is kept, with what is said beside it', () =>
    given('filled', { reason: 'internal', comment: 'Promotion de Camille' }).then({
      code: 'internal',
      comment: 'Promotion de Camille',
    }));
  it('of France Travail’s list is kept', () => given('withdrawn', { reason: 'D92-AN' }).then({ code: 'D92-AN' }));
  it.each(['Poste pourvu par Mme Martin', 'martin', 'foundElsewhere', 'D92-MARTIN'])(
    'of a withdrawal that is no code of its list stays with us: %s',
    (reason) => given('withdrawn', { reason }).then({ code: 'other', comment: reason }),
  );
  it('as it was called before there were lists is taken', () =>
    given('filled', { reason: 'filled-elsewhere' }).then({ code: 'foundElsewhere' }));
  it('in words stands before what is said beside it', () =>
    given('suspended', { reason: 'Travaux', comment: '<b>jusqu’en mars</b>' }).then({
      code: 'other',
      comment: 'Travaux – jusqu’en mars',
    }));
  it('has an end', () => expect(stopReason('withdrawn', { comment: 'x'.repeat(2_000) }).comment).toHaveLength(500));
});

describe('a filling’s reason', () => {
  it.each([...reasonsOf('filled'), 'filled-elsewhere', 'D92-AN'])('%s is a code', (reason) =>
    expect(isMistyped(reason)).toBe(false),
  );
  it.each(['foundElsewere', 'hired', 'FoundElsewhere'])('%s is a slip', (reason) =>
    expect(isMistyped(reason)).toBe(true),
  );
  it('in words is no slip', () => expect(isMistyped('Une voisine l’a pris')).toBe(false));
});
