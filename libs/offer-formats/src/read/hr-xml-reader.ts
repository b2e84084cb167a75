import { type HrXmlShape, hrXml2, hrXml3, userArea } from './hr-xml-shape.js';
import { type Field, type Kind, present, Reading, type ReadRecord, type SourceOf, sourcesFrom } from './reading.js';
import { elementsAt, firstSaid, type XmlElement } from './xml-element.js';

/** Reads one PositionOpening by the paths of its version. */
export class HrXmlReader {
  readonly reading: Reading;
  readonly shape: HrXmlShape;

  constructor(readonly opening: XmlElement) {
    this.shape = shapeOf(opening);
    this.reading = new Reading(sourcesOf(this.shape));
  }

  /** What the first of these paths says that says something; of none of them it is the first. */
  field(pointer: string, paths: readonly string[]): Field {
    const said = firstSaid(this.opening, paths);
    return { text: said?.text, source: said?.path ?? paths[0] ?? '', pointer };
  }

  value<T>(pointer: string, paths: readonly string[], kind: Kind<T>): T | undefined {
    return this.reading.value(this.field(pointer, paths), kind);
  }

  optional<T>(pointer: string, paths: readonly string[], kind: Kind<T>): T | undefined {
    return this.reading.optional(this.field(pointer, paths), kind);
  }

  text(paths: readonly string[]): string | undefined {
    return firstSaid(this.opening, paths)?.text;
  }

  record(value: Readonly<Record<string, unknown>>): ReadRecord {
    return this.reading.record(present(value));
  }
}

/** Version 3 has one title right in the profile, and an id right in the opening; version 2 has neither. */
function shapeOf(opening: XmlElement): HrXmlShape {
  const isThird = ['DocumentID', 'PositionProfile/PositionTitle', 'PositionOpeningStatusCode'].some(
    (path) => elementsAt(opening, path).length > 0,
  );
  return isThird ? hrXml3 : hrXml2;
}

const sourcesOf = (shape: HrXmlShape): SourceOf => {
  const known = sources.get(shape) ?? sourcesFrom(tableOf(shape));
  sources.set(shape, known);
  return known;
};
const sources = new Map<HrXmlShape, SourceOf>();

function tableOf(shape: HrXmlShape): Map<string, string> {
  const table: readonly (readonly [pointer: string, paths: readonly string[]])[] = [
    ['/reference', shape.reference],
    ['/title', shape.title],
    ['/description', shape.description],
    ['/occupation', [shape.categories]],
    ['/employer/siret', shape.siret],
    ['/employer', shape.employer],
    ['/employer/name', shape.employer],
    ['/employer/description', shape.employerDescription],
    ['/employer/website', shape.website],
    ['/employer/naf', shape.industry],
    ['/employer/anonymous', userArea('Anonymous')],
    ['/workplaces', [shape.places]],
    ['/remote', userArea('RemoteWorkIndicator')],
    ['/contract', shape.contractType.slice(-1)],
    ['/contract/nature', userArea('ContractNature')],
    ['/contract/startDate', shape.start],
    ['/contract/durationMonths', shape.end],
    ['/contract/durationDays', shape.end],
    ['/contract/cddMotive', userArea('CddMotive')],
    ['/workingTime', shape.schedule],
    ['/workingTime/weeklyHours', userArea('WeeklyHours')],
    ['/pay', [shape.pay]],
    ['/pay/min', [`${shape.pay}/${shape.payMin}`]],
    ['/pay/max', [`${shape.pay}/${shape.payMax}`]],
    ['/requirements', [shape.competencies]],
    ['/requirements/experience', userArea('Experience')],
    ['/openings', shape.openings],
    ['/apply', [shape.apply]],
    ['/closesOn', shape.closes],
  ];
  return new Map(table.flatMap(([pointer, [first]]) => (first === undefined ? [] : [[pointer, first]])));
}
