import fc from 'fast-check';

import { isAmbiguous, serviceOf } from './routes.js';

describe('who serves what', () => {
  it.each([
    ['/v1/offers', 'intake'],
    ['/v1/offers/bulk', 'intake'],
    ['/v1/offers/01932b3c', 'intake'],
    ['/v1/offers/01932b3c/renewal', 'intake'],
    ['/v1/offers/01932b3c/events', 'intake'],
    ['/v1/imports/7', 'intake'],
    ['/v1/subscriptions', 'intake'],
    ['/v1/mandates/7/end', 'intake'],
    ['/v1/offers/validation', 'moderation'],
    ['/v1/offers/01932b3c/appeal', 'moderation'],
    ['/v1/reviews/7/verdict', 'moderation'],
    ['/v1/ads/7/report', 'moderation'],
    ['/v1/offers/01932b3c/explanation', 'consent'],
    ['/v1/offers/01932b3c/passport', 'consent'],
    ['/v1/agreements', 'consent'],
    ['/v1/agreements/preview', 'consent'],
    ['/v1/agreements/7/withdrawal', 'consent'],
    ['/v1/stop-everywhere', 'consent'],
    ['/v1/ledger/entries/7/proof', 'consent'],
    ['/.well-known/jwks.json', 'consent'],
    ['/v1/ads', 'portal'],
    ['/v1/ads/7', 'portal'],
    ['/v1/ads/suggestions', 'portal'],
    ['/v1/nomenclatures/rome', 'portal'],
    ['/v1/partners', 'partners'],
    ['/v1/partners/me/secrets/rotation', 'partners'],
    ['/v1/partners/me/statistics', 'partners'],
    ['/v1/partners/me/deliveries', 'publisher'],
    ['/v1/partners/me/replays/7', 'publisher'],
    ['/v1/partners/me/test-events', 'publisher'],
    ['/v1/postings/7/acknowledgement', 'publisher'],
    ['/v1/outlets/jobs-prive/feed', 'publisher'],
    ['/v1/deliveries', 'publisher'],
    ['/v1/recalls/partners', 'publisher'],
    ['/v1/offers/01932b3c/suspension', 'intake'],
    ['/v1/partners/deliveries', 'partners'],
    ['/v1/stops/7', 'consent'],
  ])('%s is served by %s', (path, service) => expect(serviceOf(path)).toBe(service));

  it.each([
    '/',
    '/v1',
    '/v1/',
    '/internal',
    '/internal/v1/permits',
    '/v1/internal/v1/permits',
    '/V1/offers',
    '/v1/offersx',
    '/v1/Offers',
    '/v1//offers',
    '/.well-known/openid-configuration',
    '/health/ready',
    '/metrics',
    '/openapi.json',
    '/v1/dead-letters',
  ])('%s is no service’s', (path) => expect(serviceOf(path)).toBeUndefined());

  it('nothing with "internal" as its first segment ever is, whatever follows', () =>
    fc.assert(fc.property(fc.webPath(), (rest) => expect(serviceOf(`/internal${rest}`)).toBeUndefined())));
});

describe('a path that may be read in two ways', () => {
  it.each([
    '/v1/offers/../../internal/v1/permits',
    '/v1/offers/%2e%2e/internal',
    '/v1/offers/.%2E/x',
    '/v1/offers/./x',
    '/v1//offers',
    '//v1/offers',
    '/v1/offers%2f..%2finternal',
    '/v1/offers/a%2Fb',
    '/v1/offers\\internal',
    '/v1/offers/%5c',
  ])('%s', (path) => expect(isAmbiguous(path)).toBe(true));

  it.each([
    '/',
    '/v1/offers',
    '/v1/offers/',
    '/v1/offers/a.b',
    '/v1/offers/..a',
    '/v1/ads/%C3%A9',
    '/.well-known/jwks.json',
  ])('%s is none', (path) => expect(isAmbiguous(path)).toBe(false));
});
