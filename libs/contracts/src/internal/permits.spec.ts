import { permitAnswers } from './permits.js';

const attempt = '0199f3a0-0000-7000-8000-0000000000ff';

describe('the gate’s answers', () => {
  it.each([
    {
      answer: 'permit',
      attempt,
      kind: 'show',
      revision: 1,
      digest: 'd'.repeat(64),
      agreement: attempt,
      contacts: true,
      proof: 'a.b.c',
    },
    { answer: 'permit', attempt, kind: 'remove' },
    { answer: 'retry', attempt, because: 'in-flight' },
    { answer: 'refusal', attempt, rule: 'no-agreement', reason: 'none' },
  ])('are read: $answer $kind', (answer) =>
    expect(permitAnswers.parse({ answers: [answer] })).toEqual({ answers: [answer] }),
  );
  it('show nothing without a digest', () =>
    expect(permitAnswers.safeParse({ answers: [{ answer: 'permit', attempt, kind: 'show' }] }).success).toBe(false));
});
