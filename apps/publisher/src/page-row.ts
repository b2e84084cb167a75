import type { PageSeen, RecalledPage } from './domain/recall.js';

/** The page of a recalled ad as it stands in its column. */
export interface PageRow extends Omit<RecalledPage, 'seen'> {
  readonly seen?: Omit<PageSeen, 'since' | 'at'> & { readonly since: string; readonly at: string };
}

export const pageOf = ({ seen, ...page }: PageRow): RecalledPage => ({
  ...page,
  ...(seen !== undefined && { seen: { ...seen, since: new Date(seen.since), at: new Date(seen.at) } }),
});

export const pageRowOf = ({ seen, ...page }: RecalledPage): PageRow => ({
  ...page,
  ...(seen !== undefined && { seen: { ...seen, since: seen.since.toISOString(), at: seen.at.toISOString() } }),
});
