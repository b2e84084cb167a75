import { hrXmlApply } from './hr-xml-apply.js';
import { hrXmlContract } from './hr-xml-contract.js';
import { HrXmlReader } from './hr-xml-reader.js';
import { hrXmlOccupation, hrXmlRequirements } from './hr-xml-requirements.js';
import { hrXmlPay } from './hr-xml-pay.js';
import { userArea } from './hr-xml-shape.js';
import { weeklyTime } from './hours.js';
import { dayOrInstant, oneOf, siretNumber, wholeNumber, yesNo } from './kinds.js';
import { nafSector, remoteModeCode } from './lists.js';
import { workplaceFrom } from './place.js';
import { both, present, presentOrNothing, type ReadRecord } from './reading.js';
import { elementsAt, firstSaid, wholeText, type XmlElement } from './xml-element.js';

const status = oneOf(
  new Map([
    ['Active', ['open', 'posted', 'new', 'updated']],
    ['Closed', ['inactive', 'cancelled', 'canceled', 'deleted', 'removed', 'withdrawn', 'expired']],
    ['Filled', []],
  ] as const),
  { ...both('un état connu', 'known status'), code: 'unknown-status' },
);

/** A PositionOpening, of HR-XML 2 or 3, as a draft; as a removal where its status says that it is closed. */
export function hrXmlOffer(opening: XmlElement): ReadRecord {
  const reader = new HrXmlReader(opening);
  const { shape } = reader;
  const state = reader.value('', shape.status, status);
  const reference = reader.text(shape.reference);
  if (state === 'Closed' || state === 'Filled') {
    return reader.record({ reference, remove: true, ...(state === 'Filled' && { reason: 'filled' }) });
  }
  const title = reader.text(shape.title);
  return reader.record({
    reference,
    title,
    description: description(reader),
    occupation: hrXmlOccupation(reader, title),
    employer: employer(reader),
    workplaces: workplaces(reader),
    remote: remote(reader),
    contract: hrXmlContract(reader),
    workingTime: workingTime(reader),
    pay: hrXmlPay(reader),
    requirements: hrXmlRequirements(reader),
    openings: reader.value('/openings', shape.openings, wholeNumber),
    apply: hrXmlApply(reader),
    closesOn: reader.value('/closesOn', shape.closes, dayOrInstant),
  });
}

/** All of its parts; what has no space in it is a setting of somebody's system, and no text. */
function description({ opening, shape }: HrXmlReader): string | undefined {
  const parts = shape.description.flatMap((path) => elementsAt(opening, path).map(wholeText));
  const texts = parts.filter((text) => text.includes(' '));
  return texts.length === 0 ? undefined : texts.join('\n\n');
}

function employer(reader: HrXmlReader) {
  const { shape } = reader;
  return present({
    siret: reader.value('/employer/siret', shape.siret, siretNumber),
    name: reader.text(shape.employer),
    description: reader.text(shape.employerDescription),
    website: reader.text(shape.website),
    naf: reader.optional('/employer/naf', shape.industry, nafSector),
    anonymous: reader.value('/employer/anonymous', userArea('Anonymous'), yesNo),
  });
}

function workplaces(reader: HrXmlReader) {
  const { opening, shape, reading } = reader;
  const places = elementsAt(opening, shape.places);
  const found = places.map((place, at) => {
    const pointer = `/workplaces/${at}`;
    const field = (paths: readonly string[]) => {
      const said = firstSaid(place, paths);
      return { text: said?.text, source: `${shape.places}/${said?.path ?? paths[0] ?? ''}`, pointer };
    };
    const street = [
      ...elementsAt(place, `${shape.address}/AddressLine`),
      ...elementsAt(place, `${shape.address}/DeliveryAddress/AddressLine`),
      ...elementsAt(place, `${shape.address}/DeliveryAddress/BuildingNumber`),
      ...elementsAt(place, `${shape.address}/DeliveryAddress/StreetName`),
    ].map(wholeText);
    const said = street.filter((line) => line !== '').join(' ');
    return workplaceFrom(reading, {
      pointer,
      ...(at === 0 && { insee: reader.field(pointer, userArea('CommuneInsee')) }),
      postalCode: field([`${shape.address}/PostalCode`]),
      city: field(shape.city),
      street: said === '' ? undefined : said,
      country: field([`${shape.address}/CountryCode`]),
    });
  });
  const known = found.filter((place) => place !== undefined);
  return known.length === 0 ? undefined : known;
}

function remote(reader: HrXmlReader) {
  const said = reader.field('/remote/mode', userArea('RemoteWorkIndicator'));
  return presentOrNothing({ mode: reader.reading.value(said, remoteWork) });
}

/** The indicator of EURES is true or false; which kind it is, our own words say. */
const remoteWork: typeof remoteModeCode = {
  ...remoteModeCode,
  parse: (text) => (text === 'true' ? 'hybrid' : text === 'false' ? 'none' : remoteModeCode.parse(text)),
};

function workingTime(reader: HrXmlReader) {
  return presentOrNothing({
    ...reader.value('/workingTime/weeklyHours', userArea('WeeklyHours'), weeklyTime),
    fullTime: isFullTime(reader),
  });
}

/** FullTime, Part Time, or the percentage of HR-XML 2. */
function isFullTime({ opening, shape }: HrXmlReader): boolean | undefined {
  for (const element of shape.schedule.flatMap((path) => elementsAt(opening, path))) {
    const words = wholeText(element).toLowerCase();
    if (words.startsWith('full')) return true;
    if (words.startsWith('part')) return false;
    const percentage = Number(element.attributes.get('percentage') ?? 'NaN');
    if (percentage > 0) return percentage >= 100;
  }
  return undefined;
}
