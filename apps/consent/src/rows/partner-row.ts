import { condition, partnerCategory } from '@accord/contracts/code-lists';
import type { PartnerRegistered } from '@accord/contracts/events/partner-registered';
import { z } from 'zod';

import type { PartnerFacts } from '../domain/allowed-partners.js';

export const partnerRow = z.object({
  partner_id: z.string(),
  category: partnerCategory,
  conditions: z.array(condition),
  status: z.enum(['active', 'suspended', 'closed']),
  roles: z.array(z.enum(['outlet', 'source'])),
  terms_material: z.int(),
});
export type PartnerRow = z.infer<typeof partnerRow>;

/** The columns that `partnerRow` reads. */
export const PARTNER_COLUMNS = 'partner_id, category, conditions, status, roles, terms_material';

export const partnerOf = (row: PartnerRow): PartnerFacts => ({
  partner: row.partner_id,
  category: row.category,
  conditions: row.conditions,
  materialTerms: row.terms_material,
  receives: receives(row),
});

/** It is an outlet, and the directory neither suspended nor closed it. */
export const receives = ({ status, roles }: Pick<PartnerRegistered, 'status' | 'roles'>): boolean =>
  status === 'active' && roles.includes('outlet');
