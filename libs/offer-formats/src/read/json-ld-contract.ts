import { contractKind } from './contract.js';
import { type JsonLdPlace, listOf, property, textIn } from './json-ld-node.js';
import { day } from './kinds.js';
import { both, present, type Reading } from './reading.js';

/** What employmentType can say that is a French contract; whether it is full-time says nothing about that. */
const contracts: Readonly<Record<string, string>> = { TEMPORARY: 'CDD', CONTRACTOR: 'LIB' };
const times = new Set(['FULL_TIME', 'PART_TIME', 'FULL-TIME', 'PART-TIME']);

/** schema.org has no term for a CDI: it is written as it is, beside FULL_TIME. Our own codes and words count likewise. */
export function jsonLdContract(reading: Reading, posting: JsonLdPlace): Record<string, unknown> {
  const said = listOf(property(posting.node, 'employmentType')).flatMap((one) => textIn(one)?.trim() ?? []);
  const others = said.filter((one) => !times.has(one.toUpperCase()));
  const own = others.find((one) => contracts[one.toUpperCase()] === undefined) ?? others[0];
  const field = { text: own, source: '/employmentType', pointer: '/contract/type' };
  const startDate = reading.optional(posting.field('jobStartDate', '/contract/startDate'), day);
  if (own === undefined) {
    reading.refuse({ ...field, text: said[0] }, noContract);
    return present({ nature: 'E1', startDate });
  }
  const kind = contractKind(reading, { type: { ...field, text: contracts[own.toUpperCase()] ?? own } });
  return present({ ...kind, startDate });
}

const noContract = {
  code: 'contract-type-missing',
  is: both('ne dit pas le type de contrat', 'does not say the type of contract'),
  write: both(
    'Écrivez par exemple "employmentType": ["FULL_TIME", "CDI"].',
    'Write for example "employmentType": ["FULL_TIME", "CDI"].',
  ),
};
