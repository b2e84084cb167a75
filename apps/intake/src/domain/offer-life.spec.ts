import fc from 'fast-check';

import {
  type Change,
  type Command,
  decide,
  evolve,
  newLife,
  type OfferLife,
  type Publication,
  type Standing,
  stateOf,
  type Verification,
} from './offer-life.js';

const heard = (verdict: 'inReview' | 'approved' | 'changesRequested' | 'rejected', revision = 1): Verification => ({
  kind: 'heard',
  version: 1,
  revision,
  verdict,
});
const decided = (standing: Standing): Publication => ({ kind: 'decided', version: 1, standing });
const given = (change: Partial<OfferLife>) => {
  const life = { ...newLife, ...change };
  return {
    when: (command: Command) => ({
      then: (expected: ReturnType<typeof decide>) => expect(decide(life, command)).toEqual(expected),
    }),
    isSeenAs: (state: string) => expect(stateOf(life)).toBe(state),
  };
};

describe('what an employer may do with an offer', () => {
  const intended = (intent: OfferLife['intent']) =>
    ({ kind: 'changed', change: { kind: 'intended', intent } }) as const;
  const revised = { kind: 'changed', change: { kind: 'revised' } } as const;
  const refused = (because: 'withdrawn' | 'filled' | 'suspended') => ({ kind: 'refused', because }) as const;
  const unchanged = { kind: 'unchanged' } as const;

  it.each([
    ['show', 'revise', revised],
    ['suspended', 'revise', revised],
    ['filled', 'revise', refused('filled')],
    ['withdrawn', 'revise', refused('withdrawn')],
    ['show', 'renew', revised],
    ['withdrawn', 'renew', refused('withdrawn')],
    ['show', 'suspend', intended('suspended')],
    ['suspended', 'suspend', unchanged],
    ['filled', 'suspend', refused('filled')],
    ['withdrawn', 'suspend', refused('withdrawn')],
    ['show', 'fill', intended('filled')],
    ['suspended', 'fill', intended('filled')],
    ['filled', 'fill', unchanged],
    ['withdrawn', 'fill', refused('withdrawn')],
    ['show', 'withdraw', intended('withdrawn')],
    ['suspended', 'withdraw', intended('withdrawn')],
    ['filled', 'withdraw', intended('withdrawn')],
    ['withdrawn', 'withdraw', unchanged],
  ] as const)('%s offer: %s', (intent, kind, expected) => given({ intent }).when({ kind }).then(expected));

  it.each([
    ['suspended', 'suspended', intended('show')],
    ['filled', 'filled', intended('show')],
    ['show', 'suspended', unchanged],
    ['filled', 'suspended', refused('filled')],
    ['suspended', 'filled', refused('suspended')],
    ['withdrawn', 'suspended', refused('withdrawn')],
    ['withdrawn', 'filled', refused('withdrawn')],
  ] as const)('%s offer: reopened from %s', (intent, from, expected) =>
    given({ intent }).when({ kind: 'reopen', from }).then(expected),
  );
});

describe('what an employer sees', () => {
  it('a new offer is submitted', () => given({}).isSeenAs('submitted'));
  it.each(['inReview', 'approved', 'changesRequested', 'rejected'] as const)('the verdict %s shows', (verdict) =>
    given({ verification: heard(verdict) }).isSeenAs(verdict),
  );
  it('is published once consent says so', () =>
    given({ verification: heard('approved'), publication: decided('published') }).isSeenAs('published'));
  it('stays published while an edit is under review', () =>
    given({ revision: 2, verification: heard('approved'), publication: decided('published') }).isSeenAs('published'));
  it('stays published when an edit is refused and its approved revision stays up', () =>
    given({ revision: 2, verification: heard('rejected', 2), publication: decided('published') }).isSeenAs(
      'published',
    ));
  it('is rejected once consent has taken it down', () =>
    given({ revision: 2, verification: heard('rejected', 2), publication: decided('rejected') }).isSeenAs('rejected'));
  it('is expired after its last day', () =>
    given({ verification: heard('approved'), publication: decided('expired') }).isSeenAs('expired'));
  it('is submitted again once renewed', () =>
    given({ revision: 2, verification: heard('approved'), publication: decided('expired') }).isSeenAs('submitted'));
  it('asks for changes rather than calling itself expired', () =>
    given({ revision: 2, verification: heard('changesRequested', 2), publication: decided('expired') }).isSeenAs(
      'changesRequested',
    ));
  it('is approved while held: nothing is on show', () =>
    given({ verification: heard('approved'), publication: decided('held') }).isSeenAs('approved'));
  it.each(['suspended', 'filled', 'withdrawn'] as const)('is %s at once, whatever is still on its way', (intent) =>
    given({ intent, verification: heard('approved'), publication: decided('published') }).isSeenAs(intent),
  );
  it('ignores a verdict about an older text', () =>
    given({ revision: 2, verification: heard('rejected', 1) }).isSeenAs('submitted'));
});

describe('a life', () => {
  const version = fc.integer({ min: 1, max: 6 });
  const verified = fc.record({
    kind: fc.constant('verified' as const),
    verification: fc.record({
      kind: fc.constant('heard' as const),
      version,
      revision: fc.integer({ min: 1, max: 3 }),
      verdict: fc.constantFrom('inReview', 'approved', 'changesRequested', 'rejected' as const),
    }),
  });
  const standing = fc.constantFrom<Standing>('waiting', 'published', 'expired', 'rejected', 'held', 'withdrawn');
  const decision = fc.record({
    kind: fc.constant('decided' as const),
    publication: fc.record({ kind: fc.constant('decided' as const), version, standing }),
  });
  /** One event a version, as a topic holds them. */
  const heardEvents: fc.Arbitrary<Change[]> = fc
    .tuple(
      fc.uniqueArray(verified, { selector: ({ verification }) => verification.version }),
      fc.uniqueArray(decision, { selector: ({ publication }) => publication.version }),
    )
    .map(([verdicts, decisions]) => [...verdicts, ...decisions]);
  const fold = (changes: readonly Change[]) => changes.reduce(evolve, newLife);

  it('ends the same however events are reordered and repeated', () =>
    fc.assert(
      fc.property(
        heardEvents.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })),
        ),
        ([events, shuffled]) => expect(fold(shuffled)).toEqual(fold(events)),
      ),
    ));

  it('forgets what is erased, even at the version it has', () => {
    const before = fold([{ kind: 'verified', verification: heard('approved') }]);
    const erased = { kind: 'unheard', version: 1 } as const;
    expect(evolve(before, { kind: 'verified', verification: erased }).verification).toEqual(erased);
    expect(evolve(before, { kind: 'verified', verification: { ...erased, version: 0 } })).toBe(before);
  });

  const command: fc.Arbitrary<Command> = fc.oneof(
    fc.record({ kind: fc.constantFrom('revise', 'renew', 'withdraw', 'suspend', 'fill' as const) }),
    fc.record({ kind: fc.constant('reopen' as const), from: fc.constantFrom('suspended', 'filled' as const) }),
  );
  const apply = (life: OfferLife, asked: Command): OfferLife => {
    const decision = decide(life, asked);
    return decision.kind === 'changed' ? evolve(life, decision.change) : life;
  };

  it('never leaves a withdrawal', () =>
    fc.assert(
      fc.property(fc.array(command), fc.array(command), (before, after) => {
        const withdrawn = apply(before.reduce(apply, newLife), { kind: 'withdraw' });
        expect(after.reduce(apply, withdrawn)).toEqual(withdrawn);
      }),
    ));
  it('raises its version by one with each change, and its revision by no more', () =>
    fc.assert(
      fc.property(fc.array(command), command, (before, last) => {
        const life = before.reduce(apply, newLife);
        const next = apply(life, last);
        expect([life.version, life.version + 1]).toContain(next.version);
        expect([life.revision, life.revision + 1]).toContain(next.revision);
        expect(next.version - life.version).toBeGreaterThanOrEqual(next.revision - life.revision);
        expect(next === life).toBe(next.version === life.version);
      }),
    ));
  it('asked twice is asked once, for all but texts', () =>
    fc.assert(
      fc.property(
        fc.array(command),
        command.filter(({ kind }) => kind !== 'revise' && kind !== 'renew'),
        (before, last) => {
          const once = apply(before.reduce(apply, newLife), last);
          expect(apply(once, last)).toEqual(once);
        },
      ),
    ));
  it('is published only while its employer wants it shown and consent shows it', () =>
    fc.assert(
      fc.property(fc.array(command), heardEvents, (commands, events) => {
        const life = events.reduce(evolve, commands.reduce(apply, newLife));
        const shown = life.publication.kind === 'decided' && life.publication.standing === 'published';
        expect(stateOf(life) === 'published').toBe(life.intent === 'show' && shown);
      }),
    ));
});
