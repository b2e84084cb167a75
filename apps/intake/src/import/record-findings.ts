import type { Finding } from '@accord/contracts/finding';
import type { ReadProblem, SourceOf } from '@accord/offer-formats/read/reading';
import type { FieldError } from '@accord/service/problem';

import { errorTexts } from './error-texts.js';
import type { ImportFinding } from './receipt.js';

const ruleOf = (code: string): string => `INPUT-${code.toUpperCase().replaceAll(/[^A-Z0-9-]/g, '-')}`.slice(0, 41);

/** A text that the database stores, cut where it may be: a file holds NULs, and a cut may leave half a surrogate pair. */
export const storable = (text: string, most = Infinity): string =>
  text.slice(0, most).toWellFormed().replaceAll('\u0000', '\ufffd');

/** A refused record's errors as findings: what is wrong, where, and what to do; never the value itself. */
export const errorFindings = (errors: readonly FieldError[], sourceOf?: SourceOf): ImportFinding[] =>
  errors.map(({ pointer, code, message }) => {
    const known = errorTexts(code);
    const source = sourceOf?.(pointer);
    const finding: Finding = {
      rule: ruleOf(code),
      severity: 'block',
      pointer: storable(pointer, 200),
      message: { fr: known.message, en: storable(message) },
      remedy: known.remedy,
    };
    return source === undefined ? finding : inFile(finding, source);
  });

/** What a reader says of a record's fields. */
export const problemFindings = (problems: readonly ReadProblem[], severity: 'block' | 'advise'): ImportFinding[] =>
  problems.map(({ pointer, source, code, message, remedy }) => ({
    rule: ruleOf(code),
    severity,
    pointer: storable(pointer, 200),
    ...(source !== '' && { source: storable(source, 200) }),
    message: { fr: storable(message.fr), en: storable(message.en) },
    remedy,
  }));

/** A finding about the offer, which also names the field of the file. */
function withSource(finding: ImportFinding, sourceOf: SourceOf | undefined): ImportFinding {
  const source = finding.source === undefined ? sourceOf?.(finding.pointer) : undefined;
  return source === undefined ? finding : { ...finding, source: storable(source, 200) };
}

/** Its words begin with the field's name in the file, as a reader's do. */
const inFile = (finding: Finding, source: string): ImportFinding => ({
  ...finding,
  source: storable(source, 200),
  message: {
    fr: storable(`${source} : ${finding.message.fr}`),
    en: storable(`${source}: ${finding.message.en}`),
  },
});

/** A receipt's findings, with what its record's reader had to say, in the words of the file. */
export const findingsInFile = (
  findings: readonly ImportFinding[],
  notes: readonly ImportFinding[],
  sourceOf: SourceOf | undefined,
): ImportFinding[] => [...findings.map((one) => withSource(one, sourceOf)), ...notes];
