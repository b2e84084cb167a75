import { isNode, type JsonLdPlace, listOf, property, textIn } from './json-ld-node.js';
import { siretNumber } from './kinds.js';
import { nafSector } from './lists.js';
import { type Field, present, type Reading } from './reading.js';

/** The organisation; its SIRET stands in `identifier`, `taxID`, or `iso6523Code` under 0009, SIRENE's number there. */
export function jsonLdEmployer(reading: Reading, posting: JsonLdPlace): Record<string, unknown> {
  const [organization] = posting.nodes('hiringOrganization');
  const naf = reading.optional(posting.field('industry', '/employer/naf'), nafSector);
  if (organization === undefined) return present({ name: posting.text('hiringOrganization'), naf });
  return present({
    siret: reading.value(siretField(organization), siretNumber),
    name: organization.text('name'),
    description: organization.text('description'),
    website: organization.text('url') ?? organization.text('sameAs'),
    naf,
  });
}

function siretField(organization: JsonLdPlace): Field {
  const identifiers = listOf(property(organization.node, 'identifier')).flatMap((one) => {
    if (!isNode(one)) return textIn(one) ?? [];
    return textIn(property(one, 'value')) ?? [];
  });
  const registered = organization.text('iso6523Code')?.replace(/^0009:/, '');
  const candidates: readonly (readonly [term: string, text: string | undefined])[] = [
    ...identifiers.map((text) => ['identifier', text] as const),
    ['iso6523Code', registered],
    ['taxID', organization.text('taxID')],
  ];
  const given = candidates.filter(([, text]) => text !== undefined);
  const [term, text] = given.find(([, one]) => siretNumber.parse(one ?? '') !== undefined) ??
    given[0] ?? ['identifier'];
  return { text, source: `${organization.at}/${term}`, pointer: '/employer/siret' };
}
