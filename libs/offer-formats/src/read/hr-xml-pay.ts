import type { HrXmlReader } from './hr-xml-reader.js';
import { cents } from './kinds.js';
import { payUnitCode } from './lists.js';
import { present } from './reading.js';
import { elementsAt, firstSaid } from './xml-element.js';

const intervals = ['RemunerationIntervalCode', 'IntervalCode'];

/** The first range that has an amount; its interval is an element in version 3, an attribute in version 2. */
export function hrXmlPay({ opening, shape, reading }: HrXmlReader): Record<string, unknown> | undefined {
  for (const range of elementsAt(opening, shape.pay)) {
    const amount = (name: string, pointer: string) => ({
      text: firstSaid(range, [name])?.text,
      source: `${shape.pay}/${name}`,
      pointer,
    });
    const min = reading.value(amount(shape.payMin, '/pay/min'), cents);
    const max = reading.value(amount(shape.payMax, '/pay/max'), cents);
    if (min === undefined && max === undefined) continue;
    const amounts = [...elementsAt(range, shape.payMin), ...elementsAt(range, shape.payMax)];
    const currency = [range, ...amounts].flatMap(({ attributes }) =>
      ['currencyID', 'currencyCode', 'currency'].flatMap((name) => attributes.get(name) ?? []),
    )[0];
    const interval = firstSaid(range, intervals);
    const unit = reading.value(
      {
        text: interval?.text ?? range.attributes.get('baseInterval'),
        source: `${shape.pay}/${interval?.path ?? (shape.payMin === 'MinimumAmount' ? 'RemunerationIntervalCode' : '@baseInterval')}`,
        pointer: '/pay/unit',
      },
      payUnitCode,
    );
    return present({ min, max, currency, unit });
  }
  return undefined;
}
