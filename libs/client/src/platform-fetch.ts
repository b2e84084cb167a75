/** The part of the platform's fetch that this library needs: give `accord` another one for a proxy, a trace or a test. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * This library runs in others' software, where libs/safe-http has nothing to protect: it asks addresses that its user configured.
 * The one place in libs that names the platform's fetch.
 */
export const platformFetch: Fetch = (url, init) => fetch(url, init);
