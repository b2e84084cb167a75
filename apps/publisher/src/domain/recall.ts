import type { OfferMarks } from './offer-marks.js';
import type { PageVerdict } from './probe-verdict.js';

/** The taking down of one posting: from the decision until the partner has confirmed it and its page is gone. */
export interface Recall {
  /** When consent decided it. */
  readonly since: Date;
  /** When the first request that the partner may have received had ended. */
  readonly toldAt?: Date;
  readonly confirmedAt?: Date;
  /** Since when it is an operator's: the partner does not confirm, or still shows the ad for too long. */
  readonly escalatedAt?: Date;
  /** Where the partner said that it shows the ad. */
  readonly page?: RecalledPage;
  /** When to look at the page next. */
  readonly lookAt?: Date;
}

export interface RecalledPage {
  readonly url: string;
  readonly marks?: OfferMarks;
  readonly looks: number;
  readonly seen?: PageSeen;
}

export interface PageSeen extends PageVerdict {
  /** Of the first look that saw this. */
  readonly since: Date;
  /** Of the last one. */
  readonly at: Date;
  /** Still visible for longer than so many hours after the partner was told. */
  readonly overdueHours?: number;
}

/** Milliseconds from the decision until the partner confirmed; undefined while it did not. */
export const msToSilence = ({ since, confirmedAt }: Recall): number | undefined =>
  confirmedAt && Math.max(0, confirmedAt.getTime() - since.getTime());
