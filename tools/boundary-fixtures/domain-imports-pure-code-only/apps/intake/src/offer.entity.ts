export interface OfferRow {
  readonly id: string;
}
