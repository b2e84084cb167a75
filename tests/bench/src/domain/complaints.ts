export interface Found {
  /** Offers that were not accepted, and some of the reasons. */
  readonly refused: { readonly count: number; readonly first: readonly string[] };
  /** Deliveries of accepted offers that did not arrive. */
  readonly lost: number;
  /** Deliveries that came again though they were answered. */
  readonly twice: number;
}

/** What went wrong, in words: none, where nothing did. */
export function complaints({ refused, lost, twice }: Found): string[] {
  return [
    ...(refused.count > 0 ? [`${refused.count} offers were not accepted: ${refused.first.join(' · ')}`] : []),
    ...(lost > 0 ? [`${lost} deliveries did not arrive`] : []),
    ...(twice > 0 ? [`${twice} deliveries came twice`] : []),
  ];
}
