import { z } from 'zod';

export const role = z.enum(['employer', 'moderator', 'partner', 'operator', 'jobseeker']);
export type Role = z.infer<typeof role>;

/** Who asks, as the access token's claim `accord` says. */
export interface Subject {
  /** employer: its SIREN, which is also the rights holder; partner: the partner's id; others: the person. */
  readonly id: string;
  readonly role: Role;
  /** The establishments an employer may act for. */
  readonly sirets: readonly string[];
  /** Set for a partner: its id. */
  readonly partner?: string;
}
