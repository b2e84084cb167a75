import { type JsonLdPlace, listOf, property, textIn } from './json-ld-node.js';
import { cents } from './kinds.js';
import { payUnitCode } from './lists.js';
import { both, present, type Reading } from './reading.js';

/** `baseSalary`: a MonetaryAmount of one value or a range, for an hour, a month or a year; what is for another time is refused. */
export function jsonLdPay(reading: Reading, posting: JsonLdPlace): Record<string, unknown> | undefined {
  const benefits = listOf(property(posting.node, 'jobBenefits')).flatMap((one) => textIn(one)?.slice(0, 120) ?? []);
  const [salary] = posting.nodes('baseSalary');
  if (salary === undefined) {
    const field = posting.field('baseSalary', '/pay');
    if (field.text !== undefined) reading.note(field, noAmount);
    return undefined;
  }
  const [range] = salary.nodes('value');
  const amounts = range ?? salary;
  const amount = (term: string, pointer: string) => reading.value(amounts.field(term, pointer), cents);
  const exact = amount('value', '/pay/min');
  return present({
    min: amount('minValue', '/pay/min') ?? exact,
    max: amount('maxValue', '/pay/max') ?? exact,
    currency: salary.text('currency') ?? amounts.text('currency'),
    unit: reading.value(amounts.field('unitText', '/pay/unit'), payUnitCode),
    benefits: benefits.length === 0 ? undefined : benefits.slice(0, 20),
  });
}

const noAmount = {
  code: 'not-a-monetary-amount',
  is: both('n’est pas un MonetaryAmount ; le champ n’a pas été repris', 'is no MonetaryAmount; the field was left out'),
  write: both('Écrivez un MonetaryAmount avec currency et value.', 'Write a MonetaryAmount with currency and value.'),
};
