import type { WantedPosting } from '@accord/contracts/events/publication-decided';

import { liveMap } from './live-map.js';

const decidedAt = '2027-01-10T10:00:00Z';
const earlier = '2027-01-09T10:00:00Z';
const show = (partner: string, version: number): WantedPosting => ({
  partner,
  wanted: 'show',
  version,
  revision: 1,
  digest: 'a'.repeat(64),
  agreement: '018f0000-0000-7000-8000-000000000001',
});
const remove = (partner: string, version: number): WantedPosting => ({
  partner,
  wanted: 'remove',
  version,
  because: 'agreement-withdrawn',
});
const outcome = (
  partner: string,
  state: 'live' | 'sent' | 'failing' | 'removed' | 'removing',
  wantedVersion: number,
) => ({
  partner,
  state,
  since: earlier,
  wantedVersion,
});

describe('the live map', () => {
  it('is empty before anything is decided', () => expect(liveMap(undefined, [])).toEqual([]));

  it.each([
    ['decided, not yet heard of', show('p', 1), undefined, { state: 'pending', since: decidedAt }],
    ['heard of', show('p', 1), outcome('p', 'live', 1), { state: 'live', since: earlier }],
    ['live, an edit on its way', show('p', 2), outcome('p', 'live', 1), { state: 'live', why: 'update-pending' }],
    ['sent, an edit on its way', show('p', 2), outcome('p', 'sent', 1), { state: 'sent', why: 'update-pending' }],
    ['removed, to be shown again', show('p', 3), outcome('p', 'removed', 2), { state: 'pending' }],
    ['failing at an older version', show('p', 3), outcome('p', 'failing', 2), { state: 'pending' }],
    [
      'to come down, publisher behind',
      remove('p', 2),
      outcome('p', 'live', 1),
      { state: 'removing', why: 'agreement-withdrawn' },
    ],
    ['coming down', remove('p', 2), outcome('p', 'removing', 2), { state: 'removing', since: earlier }],
    ['down', remove('p', 2), outcome('p', 'removed', 2), { state: 'removed', since: earlier }],
  ] as const)('%s', (_name, wanted, told, expected) => {
    const map = liveMap({ decidedAt, postings: [wanted] }, told === undefined ? [] : [told]);
    expect(map).toEqual([expect.objectContaining({ partner: 'p', ...expected })]);
  });

  it('keeps partners that consent no longer lists', () =>
    expect(liveMap({ decidedAt, postings: [show('b', 1)] }, [outcome('a', 'removed', 4)])).toEqual([
      { partner: 'a', state: 'removed', since: earlier },
      { partner: 'b', state: 'pending', since: decidedAt },
    ]));

  it('never calls live what consent wants removed at a later version', () => {
    for (const state of ['live', 'sent', 'failing'] as const)
      expect(liveMap({ decidedAt, postings: [remove('p', 9)] }, [outcome('p', state, 8)])[0]?.state).toBe('removing');
  });

  it('carries the public address and the reason', () =>
    expect(
      liveMap(undefined, [{ ...outcome('p', 'live', 1), publicUrl: 'https://p.example/1', reason: 'http-200' }]),
    ).toEqual([{ partner: 'p', state: 'live', since: earlier, publicUrl: 'https://p.example/1', why: 'http-200' }]));
});
