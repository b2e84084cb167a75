import type { Check } from './check.js';
import { anonymity } from './anonymity.js';
import { contractNature } from './contract-nature.js';
import { dates } from './dates.js';
import { establishment } from './establishment.js';
import { experience } from './experience.js';
import { fixedTerm } from './fixed-term.js';
import { minimumWage } from './minimum-wage.js';
import { occupation } from './occupation.js';
import { payRange } from './pay-range.js';
import { payTransparency } from './pay-transparency.js';
import { place } from './place.js';
import { requiredFields } from './required-fields.js';
import { requirementCodes } from './requirement-codes.js';
import { sector } from './sector.js';
import { siret } from './siret.js';
import { temporaryWork } from './temporary-work.js';
import { workingTime } from './working-time.js';

/** Every check there is. A new rule is a new file and a line here; its `needs` decide where it can run. */
export const allChecks: readonly Check[] = [
  siret,
  establishment,
  requiredFields,
  occupation,
  sector,
  contractNature,
  requirementCodes,
  place,
  minimumWage,
  payRange,
  payTransparency,
  workingTime,
  experience,
  dates,
  fixedTerm,
  temporaryWork,
  anonymity,
];
