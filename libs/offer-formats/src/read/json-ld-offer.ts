import { jsonLdContract } from './json-ld-contract.js';
import { jsonLdEmployer } from './json-ld-employer.js';
import { hasType, isNode, JsonLdPlace, listOf, property, textIn } from './json-ld-node.js';
import { jsonLdPay } from './json-ld-pay.js';
import { jsonLdRequirements } from './json-ld-requirements.js';
import { dayOrInstant, wholeNumber } from './kinds.js';
import { occupationFrom } from './occupation.js';
import { workplaceFrom } from './place.js';
import { both, present, presentOrNothing, Reading, type ReadRecord, sourcesFrom } from './reading.js';

/** Where a field of the offer stands in a JobPosting. */
const sources = sourcesFrom(
  new Map([
    ['/reference', '/identifier'],
    ['/title', '/title'],
    ['/description', '/description'],
    ['/occupation', '/occupationalCategory'],
    ['/employer', '/hiringOrganization'],
    ['/employer/siret', '/hiringOrganization/identifier'],
    ['/employer/name', '/hiringOrganization/name'],
    ['/employer/description', '/hiringOrganization/description'],
    ['/employer/website', '/hiringOrganization/url'],
    ['/employer/naf', '/industry'],
    ['/workplaces', '/jobLocation'],
    ['/remote', '/jobLocationType'],
    ['/contract', '/employmentType'],
    ['/contract/startDate', '/jobStartDate'],
    ['/workingTime', '/workHours'],
    ['/pay', '/baseSalary'],
    ['/pay/min', '/baseSalary/value/minValue'],
    ['/pay/max', '/baseSalary/value/maxValue'],
    ['/pay/unit', '/baseSalary/value/unitText'],
    ['/pay/benefits', '/jobBenefits'],
    ['/requirements', '/qualifications'],
    ['/requirements/experience', '/experienceRequirements'],
    ['/requirements/trainings', '/educationRequirements'],
    ['/requirements/skills', '/skills'],
    ['/openings', '/totalJobOpenings'],
    ['/apply', '/applicationContact'],
    ['/apply/url', '/url'],
    ['/closesOn', '/validThrough'],
  ]),
);

/** A JobPosting as a draft; a DeleteAction whose object is one as a removal. */
export function jsonLdOffer(value: unknown): ReadRecord {
  const reading = new Reading(sources);
  if (isNode(value) && hasType(value, 'DeleteAction')) return removal(reading, new JsonLdPlace(value));
  if (isNode(value) && hasType(value, 'JobPosting')) return draft(reading, new JsonLdPlace(value));
  const type = isNode(value) ? textIn(value['@type']) : undefined;
  reading.refuse({ text: type, source: '/@type', pointer: '' }, notAPosting);
  return reading.record({});
}

function removal(reading: Reading, action: JsonLdPlace): ReadRecord {
  const [posting] = action.nodes('object');
  const reason = action.text('description')?.slice(0, 200);
  return reading.record(present({ reference: posting && referenceOf(posting), remove: true, reason }));
}

function draft(reading: Reading, posting: JsonLdPlace): ReadRecord {
  return reading.record(
    present({
      reference: referenceOf(posting),
      title: posting.text('title'),
      description: description(posting),
      occupation: occupation(reading, posting),
      employer: jsonLdEmployer(reading, posting),
      workplaces: workplaces(reading, posting),
      remote: remote(posting),
      contract: jsonLdContract(reading, posting),
      workingTime: workingTime(posting),
      pay: jsonLdPay(reading, posting),
      requirements: jsonLdRequirements(reading, posting),
      openings: reading.value(posting.field('totalJobOpenings', '/openings'), wholeNumber),
      apply: apply(posting),
      closesOn: reading.value(posting.field('validThrough', '/closesOn'), dayOrInstant),
    }),
  );
}

/** `identifier`: a text, or a PropertyValue. */
function referenceOf(posting: JsonLdPlace): string | undefined {
  const [identifier] = listOf(property(posting.node, 'identifier'));
  return isNode(identifier) ? textIn(property(identifier, 'value')) : textIn(identifier);
}

/** What schema.org lets stand apart belongs to the text a reader sees. */
function description(posting: JsonLdPlace): string | undefined {
  const parts = ['description', 'responsibilities', 'qualifications'].flatMap((term) => posting.text(term) ?? []);
  return parts.length === 0 ? undefined : [...new Set(parts)].join('\n\n');
}

/** A ROME code as `occupationalCategory`, in a text or a CategoryCode; else the name of the occupation, or the title. */
function occupation(reading: Reading, posting: JsonLdPlace) {
  const categories = listOf(property(posting.node, 'occupationalCategory'));
  const codes = categories.flatMap((one) => textIn(isNode(one) ? property(one, 'codeValue') : one) ?? []);
  const names = [...categories.filter(isNode), ...listOf(property(posting.node, 'relevantOccupation'))];
  const name = names.flatMap((one) => textIn(one) ?? [])[0];
  const source = '/occupationalCategory';
  const rome = codes.flatMap((code) => /\b[A-N]\d{4}\b/.exec(code)?.[0] ?? [])[0];
  const label = name ?? posting.text('title');
  return occupationFrom(reading, {
    rome: { text: rome, source, pointer: '/occupation/romeCode' },
    label: { text: label, source: name === undefined ? '/title' : '/relevantOccupation', pointer: '/occupation/label' },
    isco: { text: codes.find((code) => /^\d{4}$/.test(code)), source, pointer: '/occupation/iscoCode' },
  });
}

function workplaces(reading: Reading, posting: JsonLdPlace) {
  const found = posting.nodes('jobLocation').map((place, at) => {
    const pointer = `/workplaces/${at}`;
    const [address] = place.nodes('address');
    const [geo] = place.nodes('geo');
    const where = address ?? new JsonLdPlace({}, `${place.at}/address`);
    return workplaceFrom(reading, {
      pointer,
      postalCode: where.field('postalCode', pointer),
      city: where.field('addressLocality', pointer),
      street: where.text('streetAddress'),
      country: where.field('addressCountry', pointer),
      ...(geo !== undefined && {
        lat: geo.field('latitude', `${pointer}/lat`),
        lon: geo.field('longitude', `${pointer}/lon`),
      }),
    });
  });
  const known = found.filter((place) => place !== undefined);
  return known.length === 0 ? undefined : known;
}

const remote = (posting: JsonLdPlace) =>
  posting.text('jobLocationType')?.toUpperCase() === 'TELECOMMUTE' ? { mode: 'full' } : undefined;

function workingTime(posting: JsonLdPlace) {
  const types = listOf(property(posting.node, 'employmentType')).flatMap((one) => textIn(one)?.toUpperCase() ?? []);
  const fullTime = types.includes('FULL_TIME') ? true : types.includes('PART_TIME') ? false : undefined;
  return presentOrNothing({ fullTime, comment: posting.text('workHours') });
}

/** The posting's own page, or the contact's. */
function apply(posting: JsonLdPlace) {
  const [contact] = posting.nodes('applicationContact');
  return present({
    url: contact?.text('url') ?? posting.text('url'),
    email: contact?.text('email')?.replace(/^mailto:/i, ''),
    phone: contact?.text('telephone'),
    contactName: contact?.text('name'),
    contactRole: contact?.text('contactType'),
  });
}

const notAPosting = {
  code: 'not-a-job-posting',
  is: both('n’est pas une offre', 'is no offer'),
  write: both(
    'Envoyez des objets de @type JobPosting, ou DeleteAction pour retirer.',
    'Send objects of @type JobPosting, or DeleteAction to remove one.',
  ),
};
