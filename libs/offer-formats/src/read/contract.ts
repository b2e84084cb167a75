import { selfEmployedTypes } from '@accord/reference-data/contract-types';

import { folded } from './fold.js';
import { contractNatureCode, contractTypeCode } from './lists.js';
import { both, type Field, present, type Reading, textOf } from './reading.js';

/** Names of contracts that say a type and a nature at once. */
const trainingContracts: ReadonlyMap<string, 'E2' | 'FS'> = new Map([
  ['e2', 'E2'],
  ['apprentissage', 'E2'],
  ['contrat d apprentissage', 'E2'],
  ['apprenticeship', 'E2'],
  ['fs', 'FS'],
  ['professionnalisation', 'FS'],
  ['contrat de professionnalisation', 'FS'],
]);

const workStudy = {
  code: 'ambiguous-contract-type',
  is: both(
    'peut être un apprentissage ou une professionnalisation',
    'may be an apprenticeship or a professional contract',
  ),
  write: both(
    'Écrivez « apprentissage » ou « professionnalisation ».',
    'Write “apprentissage” or “professionnalisation”.',
  ),
};

/**
 * Type and nature. An apprenticeship is a CDD of nature E2 unless the type says otherwise; where no nature is given it is
 * E1, an ordinary contract of employment, or NS for those who are nobody's employee.
 */
export function contractKind(reading: Reading, fields: { readonly type: Field; readonly nature?: Field }) {
  const written = folded(textOf(fields.type) ?? '');
  const given = fields.nature && reading.value(fields.nature, contractNatureCode);
  const training = trainingContracts.get(written);
  if (training !== undefined) return { type: 'CDD', nature: given ?? training };
  if (written === 'alternance') {
    reading.refuse(fields.type, workStudy);
    return {};
  }
  const type = reading.value(fields.type, contractTypeCode);
  const assumed = type !== undefined && selfEmployedTypes.has(type) ? 'NS' : 'E1';
  return present({ type, nature: given ?? assumed });
}
