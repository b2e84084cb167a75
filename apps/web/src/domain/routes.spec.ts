import { serviceOf } from './routes.js';

const offer = '/v1/offers/01890000-0000-7000-8000-000000000001';

describe('the front door', () => {
  it.each([
    ['/v1/offers', 'intake'],
    [offer, 'intake'],
    [`${offer}/suspension`, 'intake'],
    ['/v1/offers/bulk', 'intake'],
    ['/v1/offers/validation', 'moderation'],
    [`${offer}/appeal`, 'moderation'],
    [`${offer}/explanation`, 'consent'],
    [`${offer}/passport`, 'consent'],
    ['/v1/imports/1', 'intake'],
    ['/v1/reviews/1/verdict', 'moderation'],
    ['/v1/ads', 'portal'],
    ['/v1/ads/1', 'portal'],
    ['/v1/ads/1/report', 'moderation'],
    ['/v1/nomenclatures/occupations', 'portal'],
    ['/v1/agreements/1/withdrawal', 'consent'],
    ['/v1/stops/1', 'consent'],
    ['/.well-known/jwks.json', 'consent'],
    ['/v1/partners', 'partners'],
    ['/v1/partners/me/profile', 'partners'],
    ['/v1/partners/me/deliveries', 'publisher'],
    ['/v1/partners/deliveries', 'partners'],
    ['/v1/postings/1/acknowledgement', 'publisher'],
    ['/v1/deliveries', 'publisher'],
  ])('leads %s to %s', (path, service) => expect(serviceOf(path)).toBe(service));

  it.each([
    '/internal/v1/permits',
    '/v1/offers/../../internal/v1/permits',
    '/v1/offers/%2e%2e%2f%2e%2e%2finternal/v1/permits',
    '/v1/offers/..%5c..%5cinternal',
    '//internal/v1/permits',
    '/v1//offers',
    '/metrics',
    '/v1/offersandmore',
    '/v1/unknown',
    '/openapi.json',
  ])('leads %s nowhere', (path) => expect(serviceOf(path)).toBeUndefined());
});
