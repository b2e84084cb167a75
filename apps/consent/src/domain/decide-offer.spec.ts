import { bakery, now, partnerP, partnerQ, readRuleTable } from '../../test/rule-table.js';
import { decideOffer, type OfferToDecide } from './decide-offer.js';
import type { OfferFacts } from './offer-facts.js';
import { textToShow } from './shown-text.js';
import { versionOf } from './version.js';
import type { Posting } from './wanted-postings.js';

const table = readRuleTable();
const clauses = table.find(({ text }) => text === 'allow all → all public')?.clauses ?? [];
const shown = {
  revision: 2,
  digest: 'd2',
  traits: bakery.traits,
  closesAt: new Date(now.getTime() + 1),
  lapsed: false,
};
const offer: OfferFacts = { offerId: bakery.offerId, holder: 'h', intent: 'show', verdict: 'other', shown };
const first: OfferToDecide = {
  facts: { offer, clauses, partners: [partnerP, partnerQ], halts: [] },
  postings: [],
  last: { version: 0, standing: 'waiting', revision: undefined },
};
const decided = decideOffer(first, 0, now).decision;
const posting = decided?.postings[0];
const standing: OfferToDecide = {
  ...first,
  postings: posting === undefined ? [] : [{ ...posting, mayHold: true }],
  last: { version: 1, standing: 'published', revision: 2 },
};

describe('a decision', () => {
  it('is made at first, even to say that the offer waits', () => {
    const waiting = { ...first, facts: { ...first.facts, offer: { ...offer, shown: undefined } } };
    expect(decideOffer(waiting, 0, now).decision).toMatchObject({
      version: 1,
      standing: 'waiting',
      revision: undefined,
      postings: [],
    });
  });
  it('lists whoever may show the offer', () =>
    expect(decided).toMatchObject({
      version: 1,
      standing: 'published',
      revision: 2,
      postings: [{ partner: 'p', wanted: 'show', version: 1 }],
    }));
  it('is not made anew where nothing is another than before', () =>
    expect(decideOffer(standing, 0, now).decision).toBeUndefined());
  it('keeps a removal listed, and drops it once confirmed', () => {
    const removed = decideOffer({ ...standing, facts: { ...standing.facts, clauses: [] } }, 0, now).decision;
    expect(removed).toMatchObject({ version: 2, postings: [{ partner: 'p', wanted: 'remove', version: 2 }] });
    const gone: Posting = { partner: 'p', version: 2, mayHold: false, wanted: 'nothing' };
    const after = {
      ...standing,
      facts: { ...standing.facts, clauses: [] },
      postings: removed?.postings ?? [],
      last: { version: 2, standing: 'published' as const, revision: 2 },
    };
    expect(decideOffer(after, 0, now).decision).toBeUndefined();
    expect(decideOffer(after, 0, now, [gone]).decision).toMatchObject({ version: 3, postings: [] });
  });
  it('shows again at once what is allowed again when its removal is confirmed', () => {
    const gone: Posting = { partner: 'p', version: 1, mayHold: false, wanted: 'nothing' };
    const removing: Posting = { partner: 'p', version: 1, mayHold: true, wanted: 'remove', because: 'x' };
    expect(decideOffer({ ...standing, postings: [removing] }, 0, now, [gone]).decision?.postings).toMatchObject([
      { wanted: 'show', version: 2 },
    ]);
  });
  it('of a new epoch wants everything anew, under versions above all before', () =>
    expect(decideOffer(standing, 1, now).decision).toMatchObject({
      version: versionOf(1, 1),
      postings: [{ partner: 'p', wanted: 'show', version: versionOf(1, 1) }],
    }));
  it('shows nothing of an offer that is held', () => {
    const halts = [{ scope: { kind: 'holder' as const, id: 'h' }, setBy: 'operator', reason: 'x' }];
    const held = decideOffer({ ...standing, facts: { ...standing.facts, halts } }, 0, now).decision;
    expect(held).toMatchObject({
      standing: 'held',
      revision: undefined,
      postings: [{ wanted: 'remove', because: 'halted' }],
    });
  });
});

describe('the text on show', () => {
  const word = (approvedRevision?: number) => ({
    version: 1,
    verdict: 'approved' as const,
    ...(approvedRevision !== undefined && { approvedRevision }),
  });
  it.each([
    ['waits for a verdict', undefined, undefined, [1], { kind: 'keep' }],
    ['is the approved one', word(1), undefined, [1], { kind: 'show', revision: 1 }],
    ['stays while an edit is looked at', word(1), 1, [1, 2], { kind: 'keep' }],
    ['is replaced by the approved edit', word(2), 1, [1, 2], { kind: 'show', revision: 2 }],
    ['stays where the approved edit was not heard', word(3), 1, [1, 2], { kind: 'keep' }],
    ['is none once nothing is approved any more', word(), 1, [1], { kind: 'none' }],
  ] as const)('%s', (_what, verdict, current, kept, change) =>
    expect(textToShow(verdict, current, new Set(kept))).toEqual(change),
  );
});
