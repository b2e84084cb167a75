/** The services that the front door leads to. */
export const routedServices = ['intake', 'moderation', 'consent', 'publisher', 'partners', 'portal'] as const;
export type RoutedService = (typeof routedServices)[number];

const id = '[^/]+';

/** The public surface, first match wins. What is not in here (all of `/internal`) leads nowhere. */
const routes: readonly (readonly [RegExp, RoutedService])[] = (
  [
    ['/v1/offers/validation', 'moderation'],
    [`/v1/offers/${id}/appeal`, 'moderation'],
    ['/v1/reviews', 'moderation'],
    [`/v1/ads/${id}/report`, 'moderation'],
    [`/v1/offers/${id}/explanation`, 'consent'],
    [`/v1/offers/${id}/passport`, 'consent'],
    ['/v1/agreements', 'consent'],
    ['/v1/wordings', 'consent'],
    ['/v1/stops', 'consent'],
    ['/v1/stop-everywhere', 'consent'],
    ['/v1/ledger', 'consent'],
    ['/\\.well-known/jwks\\.json', 'consent'],
    ['/v1/offers', 'intake'],
    ['/v1/imports', 'intake'],
    ['/v1/ads', 'portal'],
    ['/v1/nomenclatures', 'portal'],
    ['/v1/partners/me/(deliveries|replays|test-events)', 'publisher'],
    ['/v1/postings', 'publisher'],
    ['/v1/outlets', 'publisher'],
    ['/v1/deliveries', 'publisher'],
    ['/v1/partners', 'partners'],
  ] as const
).map(([path, service]) => [new RegExp(`^${path}(/|$)`), service] as const);

/** Which service answers a path; the path is the one that was sent, without its query. */
export function serviceOf(path: string): RoutedService | undefined {
  if (path.includes('//') || /%2f|%5c|\\|\/\.\.?(\/|$)/i.test(path)) return undefined;
  return routes.find(([pattern]) => pattern.test(path))?.[1];
}
