import fc from 'fast-check';

import { now, readRuleTable } from '../../test/rule-table.js';
import type { Clause } from './clause.js';
import type { MayShow } from './may-show.js';
import { afterRemoval, changedPostings, type Posting } from './wanted-postings.js';

const [, row] = readRuleTable();
const given = row?.clauses[0];
if (given === undefined) throw new Error('the table is empty');
const clause = (id: string): Clause => ({ ...given, id, givenAt: now });

const text = { revision: 1, digest: 'd1' };
const yes = (partner: string, agreement = 'a1'): MayShow => ({ partner, allowed: true, clause: clause(agreement) });
const no = (partner: string): MayShow => ({ partner, allowed: false, because: 'no-agreement' });
const showing = (partner: string, change: Partial<Extract<Posting, { wanted: 'show' }>> = {}): Posting => ({
  partner,
  version: 1,
  mayHold: true,
  wanted: 'show',
  ...text,
  agreement: 'a1',
  ...change,
});

describe('what is wanted of a partner', () => {
  it('changes when it is let in', () =>
    expect(changedPostings([], [yes('p')], text, 7)).toEqual([
      { partner: 'p', version: 7, mayHold: false, wanted: 'show', ...text, agreement: 'a1' },
    ]));
  it('does not change because of another partner', () =>
    expect(changedPostings([showing('p')], [yes('p'), yes('q')], text, 7).map(({ partner }) => partner)).toEqual([
      'q',
    ]));
  it.each([
    ['another revision', { revision: 2, digest: 'd1' }, 'a1'],
    ['another content', { revision: 1, digest: 'd2' }, 'a1'],
    ['another agreement', text, 'a2'],
  ])('changes with %s', (_what, shown, agreement) =>
    expect(changedPostings([showing('p')], [yes('p', agreement)], shown, 7)).toMatchObject([
      { version: 7, ...shown, agreement },
    ]),
  );
  it('is to remove where it may hold the offer', () =>
    expect(changedPostings([showing('p')], [no('p')], text, 7)).toEqual([
      { partner: 'p', version: 7, mayHold: true, wanted: 'remove', because: 'no-agreement' },
    ]));
  it('is nothing where it never was permitted', () =>
    expect(changedPostings([showing('p', { mayHold: false })], [no('p')], text, 7)).toMatchObject([
      { wanted: 'nothing' },
    ]));
  it('stays to remove until that is confirmed', () => {
    const removing: Posting = { partner: 'p', version: 5, mayHold: true, wanted: 'remove', because: 'x' };
    expect(changedPostings([removing], [no('p')], text, 7)).toEqual([]);
  });
  it('is to remove at a partner that is no longer known', () =>
    expect(changedPostings([showing('p')], [], text, 7)).toMatchObject([
      { wanted: 'remove', because: 'partner-inactive' },
    ]));
  it('is to remove where no text is on show', () =>
    expect(changedPostings([showing('p')], [yes('p')], undefined, 7)).toMatchObject([
      { wanted: 'remove', because: 'offer-not-shown' },
    ]));
});

describe('a removal', () => {
  const removing: Posting = { partner: 'p', version: 5, mayHold: true, wanted: 'remove', because: 'x' };

  it('that is confirmed takes the partner off the list', () =>
    expect(afterRemoval(removing, { partner: 'p', version: 5 })).toEqual({
      partner: 'p',
      version: 5,
      mayHold: false,
      wanted: 'nothing',
    }));
  it('confirmed for an earlier version says nothing of this one', () =>
    expect(afterRemoval(removing, { partner: 'p', version: 4 })).toBeUndefined());
  it('says nothing where the offer is wanted again', () =>
    expect(afterRemoval(showing('p', { version: 6 }), { partner: 'p', version: 9 })).toBeUndefined());
});

it('versions only grow, and only for those of whom something else is wanted', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          p: fc.option(fc.constantFrom('a1', 'a2')),
          q: fc.boolean(),
          revision: fc.integer({ min: 1, max: 3 }),
        }),
      ),
      (steps) => {
        let known: Posting[] = [];
        steps.forEach(({ p, q, revision }, at) => {
          const answers = [p === null ? no('p') : yes('p', p), q ? yes('q') : no('q')];
          const changed = changedPostings(known, answers, { revision, digest: `d${revision}` }, at + 1);
          for (const posting of changed) {
            const before = known.find(({ partner }) => partner === posting.partner);
            expect(posting.version).toBeGreaterThan(before?.version ?? 0);
            expect({ ...posting, version: 0, mayHold: false }).not.toEqual({ ...before, version: 0, mayHold: false });
          }
          // Whoever is to show it is permitted to, some time before the next step.
          known = [...new Map([...known, ...changed].map((one) => [one.partner, one])).values()].map((one) =>
            one.wanted === 'show' ? { ...one, mayHold: true } : one,
          );
          for (const { wanted, mayHold } of known) if (mayHold) expect(['show', 'remove']).toContain(wanted);
        });
      },
    ),
  ));
