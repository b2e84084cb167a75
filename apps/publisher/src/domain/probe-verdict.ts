import { type OfferMarks, ownIdOf, recognised } from './offer-marks.js';
import { pageText, plain } from './page-text.js';

/** What came of looking at the page where a partner said an ad shows. */
export type Look =
  | {
      readonly kind: 'page';
      readonly status: number;
      /** Where it was read: redirects within the partner's host are followed. */
      readonly url: string;
      readonly html: string;
      /** Read to its end. */
      readonly whole: boolean;
    }
  /** A code: `robots`, `elsewhere`, `timeout`, `not-html` … */
  | { readonly kind: 'none'; readonly why: string };

export interface PageVerdict {
  readonly seen: 'gone' | 'stillVisible' | 'unknown';
  /** A code. */
  readonly why: string;
}

const closings = [
  'n est plus disponible',
  'n est plus en ligne',
  'n est plus active',
  'n est plus d actualite',
  'n existe plus',
  'a ete pourvue',
  'a ete pourvu',
  'offre pourvue',
  'offre expiree',
  'a expire',
  'offre cloturee',
  'annonce supprimee',
  'offre supprimee',
  'a ete retiree',
  'page introuvable',
  'no longer available',
  'no longer active',
  'no longer accepting',
  'has expired',
  'has been filled',
  'has been removed',
  'page not found',
].map(plain);

/**
 * What a look says. *Gone* and *still visible* are said only where the page says so itself; whatever may be a wall, a fault or a
 * page that we cannot read is *unknown*.
 */
export function pageVerdict(look: Look, marks: OfferMarks | undefined, address: string): PageVerdict {
  if (look.kind === 'none') return { seen: 'unknown', why: look.why };
  const { status, html, url, whole } = look;
  if (status === 404 || status === 410) return { seen: 'gone', why: `http-${status}` };
  if (status !== 200) return { seen: 'unknown', why: `http-${status}` };
  const text = pageText(html);
  const closed = closings.some((words) => text.includes(words));
  const found = marks === undefined ? 'no' : recognised(text, marks);
  if (found === 'shown' || (found === 'named' && !closed)) return { seen: 'stillVisible', why: `ad-${found}` };
  if (!whole) return { seen: 'unknown', why: 'too-long' };
  if (closed) return { seen: 'gone', why: 'said-closed' };
  if (hasMoved(address, url)) return { seen: 'gone', why: 'moved-on' };
  return { seen: 'unknown', why: 'not-recognised' };
}

/** Led on to a page that is not the ad's: its number is no longer in the address. */
function hasMoved(from: string, to: string): boolean {
  const id = ownIdOf(from);
  return id !== undefined && !to.includes(id);
}
