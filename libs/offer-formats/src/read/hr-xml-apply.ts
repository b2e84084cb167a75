import type { HrXmlReader } from './hr-xml-reader.js';
import { present } from './reading.js';
import { descendants, elementsAt, wholeText } from './xml-element.js';

const address = new Set(['URI', 'InternetWebAddress', 'InternetEmailAddress', 'Email', 'EmailAddress']);
const number = new Set(['FormattedNumber', 'CompleteNumber', 'DialNumber']);
const name = new Set(['FormattedName']);
const words = new Set(['Instructions', 'SummaryText']);

/** How to apply: the first web address, e-mail, number and name below; a link that stands in the instructions counts too. */
export function hrXmlApply({ opening, shape }: HrXmlReader): Record<string, unknown> {
  const said = (names: ReadonlySet<string>): string[] =>
    elementsAt(opening, shape.apply)
      .flatMap((part) => descendants(part, names))
      .map(({ element }) => wholeText(element))
      .filter((text) => text !== '');
  const addresses = said(address).map((one) => one.replace(/^mailto:/i, ''));
  const instructions = said(words).join('\n');
  const url = addresses.find(isWeb) ?? linkIn(instructions);
  return present({
    url,
    email: addresses.find((one) => one.includes('@')),
    phone: said(number)[0]?.replace(/^tel:/i, ''),
    contactName: said(name)[0],
    instructions: instructions === '' || instructions === url ? undefined : instructions,
  });
}

const isWeb = (text: string): boolean => /^https?:\/\//i.test(text);
const linkIn = (text: string): string | undefined => /https?:\/\/[^\s"'<>]+/i.exec(text)?.[0];
