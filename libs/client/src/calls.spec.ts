import type { AnswerOf, BodyOf, InitOf } from './calls.js';

/** What follows is checked by the compiler; a line that should not compile says so. */
const get: (init: InitOf<'/v1/offers/{id}', 'get'>) => number = (init) => init.length;

describe('a call’s types', () => {
  it('ask for what the call needs, and for nothing else', () => {
    expect(get([{ params: { path: { id: 'x' } } }])).toBe(1);
    // @ts-expect-error the path has an id
    expect(get([])).toBe(0);
    const nothing: InitOf<'/v1/partners', 'get'> = [];
    const optional: InitOf<'/v1/offers', 'get'> = [{ params: { query: { state: 'published' } } }];
    // @ts-expect-error there is no such state
    const wrong: InitOf<'/v1/offers', 'get'> = [{ params: { query: { state: 'gone' } } }];
    expect([nothing, optional, wrong].map(({ length }) => length)).toEqual([0, 1, 1]);
  });
  it('know what it answers', () => {
    const answer = (one: AnswerOf<'/v1/agreements/{id}/withdrawal', 'post'>): string =>
      one.state === 'stopped' ? one.effectiveAt : one.status;
    expect(answer({ state: 'stopping', stop: 's', status: '/v1/stops/s', postings: [] })).toBe('/v1/stops/s');
    const body: BodyOf<'/v1/ads/{id}/report', 'post'> = { reason: 'fraud' };
    expect(body.reason).toBe('fraud');
  });
});
