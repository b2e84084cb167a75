import type { OfferContent } from '@accord/contracts/offer';
import diff from 'microdiff';

/** One field that two texts have differently: absent where one of them has none. */
export interface TextChange {
  /** JSON pointer (RFC 6901) into the offer. */
  readonly pointer: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What a text changes against another, in the order of its fields; a list is compared place by place. */
export const textChanges = (before: OfferContent, after: OfferContent): TextChange[] =>
  diff(before, after, { cyclesFix: false }).map((change) => ({
    pointer: change.path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    ...(change.type !== 'CREATE' && { before: change.oldValue }),
    ...(change.type !== 'REMOVE' && { after: change.value }),
  }));
