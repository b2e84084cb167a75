import { contractNatureLabels, contractTypeLabels } from '@accord/reference-data/contract-types';
import { experienceRequirements, qualifications, trainingLevels } from '@accord/reference-data/code-lists';
import { occupationByCode, occupationDomainByCode } from '@accord/reference-data/occupations';
import { sectorDivision } from '@accord/reference-data/sectors';
import { departmentByCode, regionByCode } from '@accord/reference-data/territories';

import { PAY_STEPS } from '../steps.js';
import { termMark } from '../terms.js';
import type { Facet } from './ad-page.js';
import { type FacetName, facets, MOST_VALUES, POSTED_SINCE } from './facets.js';

type Value = Facet['values'][number];

const contractTypes = new Map(Object.entries(contractTypeLabels));
const contractNatures = new Map(Object.entries(contractNatureLabels));

const labelOf: Partial<Record<FacetName, (code: string) => string | undefined>> = {
  contract: (code) => contractTypes.get(code),
  nature: (code) => contractNatures.get(code),
  domain: (code) => occupationDomainByCode(code)?.label,
  occupation: (code) => occupationByCode(code)?.label,
  sector: sectorDivision,
  department: (code) => departmentByCode(code)?.name,
  region: (code) => regionByCode(code)?.name,
  experience: (code) => experienceRequirements.label(code),
  training: (code) => trainingLevels.label(code),
  qualification: (code) => qualifications.label(code),
};

/** The mark of the terms a facet counts; none for the one that counts days. */
export function facetMark(name: FacetName): string | undefined {
  const facet = facets[name];
  return 'kind' in facet ? termMark(facet.kind) : undefined;
}

/** A facet's values out of the counts of terms: the most frequent first; pay and days as "at least" and "at most". */
export function facetValues(name: FacetName, counts: ReadonlyMap<string, number>): Value[] {
  if (name === 'postedSince')
    return POSTED_SINCE.map((days) => ({ code: String(days), count: counts.get(`since:${days}`) ?? 0 }));
  const values = valuesOf(name, counts);
  if (name === 'pay') return atLeast(values);
  return values.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)).slice(0, MOST_VALUES);
}

function valuesOf(name: FacetName, counts: ReadonlyMap<string, number>): Value[] {
  const facet = facets[name];
  const mark = facetMark(name);
  const length = 'length' in facet ? facet.length : undefined;
  return [...counts].flatMap(([counted, count]) => {
    const [kind, code = ''] = counted.split(':');
    if (kind !== mark || (length !== undefined && code.length !== length)) return [];
    const label = labelOf[name]?.(code);
    return [{ code, ...(label !== undefined && { label }), count }];
  });
}

/** An ad is counted at its highest step and reached all below; a code is the cents an hour that payMin takes. */
function atLeast(values: readonly Value[]): Value[] {
  const at = new Map(values.map(({ code, count }) => [Number(code), count]));
  let count = 0;
  return PAY_STEPS.toReversed()
    .map((step) => ({ code: String(step * 100), count: (count += at.get(step) ?? 0) }))
    .filter((value) => value.count > 0)
    .reverse();
}
