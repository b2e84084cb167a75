import type { Finding, OfferView, Posting, StopAnswer } from '../types.js';
import type { Look, Speech } from './speech.js';

type Language = 'fr' | 'en';

const severityLooks: Readonly<Record<Finding['severity'], Look>> = { block: 'red', review: 'yellow', advise: 'dim' };

/** A line for what a check found, and one for what to do. */
export function findingWords(finding: Finding, language: Language, speech: Speech): string {
  const { severity, rule, article, pointer, message, remedy } = finding;
  const law = article === undefined ? '' : ` (${article})`;
  const head = `${speech.looks(severityLooks[severity], severity.padEnd(6))} ${pointer || '(offer)'}  ${message[language]}`;
  return `  ${head}  ${speech.looks('dim', `${rule}${law}`)}\n         ${remedy[language]}`;
}

export const findingsWords = (findings: readonly Finding[], language: Language, speech: Speech): string =>
  findings.length === 0
    ? 'The checks found nothing.'
    : [`The checks found:`, ...findings.map((one) => findingWords(one, language, speech))].join('\n');

/** The offer, where it is and why. */
export function offerWords(view: OfferView, language: Language, speech: Speech): string {
  const { id, state, revision, title, reference, publication, findings, postings, stop } = view;
  const own = publication?.ownPortal === true ? `on show since ${publication.since}` : 'not on show';
  const rows = [
    { where: 'own portal', how: own },
    ...postings.map((posting) => ({ where: posting.partner, how: postingWords(posting) })),
  ];
  return [
    `${speech.looks('bold', title)}  ${reference}`,
    `${id}  revision ${revision}  ${speech.looks('bold', state)}, until ${view.closesOn}`,
    ...columns(rows.map(({ where, how }) => [`  ${where}`, how])),
    ...(stop === undefined ? [] : [`  ${stopLine(stop)}`]),
    ...(findings.length === 0 ? [] : [findingsWords(findings, language, speech)]),
  ].join('\n');
}

const postingWords = ({ state, since, publicUrl, why }: Posting): string =>
  [
    state,
    `since ${since}`,
    ...(publicUrl === undefined ? [] : [publicUrl]),
    ...(why === undefined ? [] : [`(${why})`]),
  ].join('  ');

const stopLine = ({ state, intent, effectiveAt }: NonNullable<OfferView['stop']>): string =>
  state === 'stopped' ? `${intent}: effective at ${effectiveAt ?? '?'}` : `${intent}: stopping, not effective yet`;

/** From when on nothing leaves, or that it is not so far yet; and which partners are still to confirm. */
export function stopWords(answer: StopAnswer, what: string, speech: Speech): string {
  const open = answer.postings.filter(({ state }) => state !== 'removed' && state !== 'notAllowed');
  const partners = columns(open.map(({ offerId, partner, state }) => [`  ${partner}`, state, offerId]));
  const told = open.length === 0 ? [] : ['Told to remove it, until each confirms:', ...partners];
  const head =
    answer.state === 'stopped'
      ? `${what} is withdrawn. ${speech.looks('bold', `Effective at ${answer.effectiveAt}`)}: since then nothing of it starts or is under way.`
      : `${what} is being withdrawn: ${speech.looks('bold', 'stopping')}, a request is still under way. Ask again: the same command.`;
  return [head, ...told].join('\n');
}

/** Cells under each other, as wide as the widest. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, at) => Math.max(most[at] ?? 0, cell.length)), []);
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
