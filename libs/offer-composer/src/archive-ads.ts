import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

import { offerDraft, type OfferDraft } from '@accord/contracts/offer';

import { defaultToday, type ComposeOptions } from './compose-offer.js';
import { dayAfter } from './days.js';

let read: readonly OfferDraft[] | undefined;

/** As `build/archive-ads.mjs` wrote them, without days. */
const texts = (): readonly OfferDraft[] =>
  (read ??= gunzipSync(readFileSync(new URL('../data/archive-ads.ndjson.gz', import.meta.url)))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => offerDraft.parse(JSON.parse(line))));

/** How long the archive's ad of this place in the list is on show, in days. */
export const daysOnShow = (index: number): number => 30 + (index % 40);

/**
 * Real ads of past years, openly licensed, kept by the invented "Archive d'annonces publiques" (data/SOURCE.md): each says so
 * in its reference (ARCHIVE-…) and in its last sentence.
 */
export const archiveAds = ({ today = defaultToday }: Pick<ComposeOptions, 'today'> = {}): OfferDraft[] =>
  texts().map((ad, index) => ({ ...ad, closesOn: dayAfter(today, daysOnShow(index)) }));
