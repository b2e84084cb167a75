/** The services that the front door leads to. */
export const routedServices = ['intake', 'moderation', 'consent', 'publisher', 'partners', 'portal'] as const;
export type RoutedService = (typeof routedServices)[number];

/**
 * Who serves what: the first line that fits wins. A `*` is one segment; a line stands for itself and everything below it.
 * What is not listed is not to be had from outside: `/internal` above all.
 */
const routes: readonly (readonly [path: string, service: RoutedService])[] = [
  ['/v1/offers/validation', 'moderation'],
  ['/v1/offers/*/appeal', 'moderation'],
  ['/v1/offers/*/explanation', 'consent'],
  ['/v1/offers/*/passport', 'consent'],
  ['/v1/offers', 'intake'],
  ['/v1/imports', 'intake'],
  ['/v1/subscriptions', 'intake'],
  ['/v1/mandates', 'intake'],
  ['/v1/reviews', 'moderation'],
  ['/v1/ads/*/report', 'moderation'],
  ['/v1/ads', 'portal'],
  ['/v1/nomenclatures', 'portal'],
  ['/v1/agreements', 'consent'],
  ['/v1/wordings', 'consent'],
  ['/v1/conditions', 'consent'],
  ['/v1/stops', 'consent'],
  ['/v1/halts', 'consent'],
  ['/v1/stop-everywhere', 'consent'],
  ['/v1/sessions', 'consent'],
  ['/v1/ledger', 'consent'],
  ['/.well-known/jwks.json', 'consent'],
  ['/v1/partners/me/deliveries', 'publisher'],
  ['/v1/partners/me/replays', 'publisher'],
  ['/v1/partners/me/test-events', 'publisher'],
  ['/v1/partners', 'partners'],
  ['/v1/postings', 'publisher'],
  ['/v1/outlets', 'publisher'],
  ['/v1/deliveries', 'publisher'],
  ['/v1/recalls', 'publisher'],
];

const table = routes.map(([path, service]) => ({ pattern: path.split('/'), service }));

/** The service that answers at this path, as it stands in the request; `undefined` where nobody does. */
export function serviceOf(path: string): RoutedService | undefined {
  const segments = path.split('/');
  return table.find(({ pattern }) => pattern.every((part, at) => fits(part, segments[at])))?.service;
}

const fits = (part: string, segment: string | undefined): boolean =>
  part === '*' ? segment !== undefined && segment !== '' : part === segment;

/**
 * Paths that two readers may read differently are no paths: dot segments, empty ones, backslashes, also when escaped. A
 * route decided here must be the route the service sees.
 */
export function isAmbiguous(path: string): boolean {
  const decoded = path.replaceAll(/%2e/gi, '.').replaceAll(/%2f/gi, '/').replaceAll(/%5c/gi, '\\');
  const escapesSlash = decoded.split('/').length !== path.split('/').length;
  const segments = decoded.split('/').slice(1);
  const empty = segments.slice(0, -1).includes('');
  return (
    escapesSlash || empty || decoded.includes('\\') || segments.some((segment) => segment === '.' || segment === '..')
  );
}
