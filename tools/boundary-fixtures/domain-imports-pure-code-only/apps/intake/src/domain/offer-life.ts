import type { OfferRow } from '../offer.entity.js';

export const offerLife = (row: OfferRow) => row;
