import type { Command } from 'commander';

import type { OfferDraft, OfferView } from '../types.js';
import { UsageError } from './failure.js';
import { mergePatch, objectOf, parsedObject } from './input.js';
import type { Io } from './io.js';
import { Session } from './session.js';
import { columns, findingsWords, offerWords } from './words.js';

interface BodyOptions {
  readonly reference?: string;
  readonly patch?: string;
}

/** check, submit, edit, list, show */
export function addOfferCommands(program: Command, io: Io): void {
  const withBody = (command: Command): Command =>
    command.option('--patch <json>', 'a JSON merge patch on the offer: \'{"openings":2,"pay":null}\'');
  withBody(program.command('check <file>'))
    .description('check an offer without submitting it: every finding, nothing stored')
    .action(async (file: string, options: BodyOptions, command: Command) =>
      check(Session.of(io, command), file, options),
    );
  withBody(program.command('submit <file>'))
    .description('submit an offer; - reads standard input')
    .option('--reference <text>', 'your own reference, instead of the one in the file')
    .option('-q, --quiet', 'only its id on standard output')
    .action(async (file: string, options: BodyOptions, command: Command) =>
      submit(Session.of(io, command), file, options),
    );
  withBody(program.command('edit <offer> [file]'))
    .description('a new text of an offer: a file, or a patch on the present one')
    .action(async (id: string, file: string | undefined, options: BodyOptions, command: Command) =>
      edit(Session.of(io, command), { id, file }, options),
    );
  program
    .command('list')
    .description('your offers, the newest first')
    .option('--state <state>', 'published, inReview …')
    .option('--reference <text>')
    .action(async (options: ListOptions, command: Command) => list(Session.of(io, command), options));
  program
    .command('show <offer>')
    .description('an offer, its findings, and every partner it is or was at')
    .option('--wait <condition>', 'until it is so: a state (published), or a partner’s (emploi-public=sent)')
    .option('--timeout <seconds>', 'how long to wait', '30')
    .action(async (id: string, options: ShowOptions, command: Command) => show(Session.of(io, command), id, options));
}

/** The server is who validates it. */
async function draftOf({ io }: Session, file: string, { reference, patch }: BodyOptions): Promise<OfferDraft> {
  const whole = { ...(await objectOf(io, file)), ...(reference !== undefined && { reference }) };
  return patched(whole, patch);
}

function patched(offer: unknown, patch: string | undefined): OfferDraft {
  const body = patch === undefined ? offer : mergePatch(offer, parsedObject(patch, '--patch'));
  const draft: OfferDraft = JSON.parse(JSON.stringify(body));
  return draft;
}

async function check(session: Session, file: string, options: BodyOptions): Promise<void> {
  const body = await draftOf(session, file, options);
  const answer = await session.client.post('/v1/offers/validation', { body });
  session.speech.say(findingsWords(answer.findings, session.language, session.speech), answer);
}

async function submit(session: Session, file: string, options: BodyOptions): Promise<void> {
  const { speech, language } = session;
  const answer = await session.client.submit(await draftOf(session, file, options));
  const head = `Offer ${speech.looks('bold', answer.id)} is ${answer.state}.`;
  speech.say(`${head} ${findingsWords(answer.findings, language, speech)}`, answer, answer.id);
}

async function edit(session: Session, { id, file }: { id: string; file: string | undefined }, options: BodyOptions) {
  if (file === undefined && options.patch === undefined)
    throw new UsageError('Give the new text: a file, or --patch \'{"title":"…"}\'.');
  const { speech, language, client } = session;
  const { revision, offer } = await client.offer(id);
  const draft = file === undefined ? patched(offer, options.patch) : await draftOf(session, file, options);
  const answer = await client.revise(id, draft, revision);
  const what = answer.revision === revision ? 'says the same: nothing changed' : `is ${answer.state}`;
  const findings = findingsWords(answer.findings, language, speech);
  speech.say(`Revision ${answer.revision} of offer ${id} ${what}. ${findings}`, answer);
}

interface ListOptions {
  readonly state?: OfferView['state'];
  readonly reference?: string;
}

async function list({ client, speech }: Session, { state, reference }: ListOptions): Promise<void> {
  const query = { ...(state && { state }), ...(reference && { reference }) };
  const answer = await client.get('/v1/offers', { params: { query } });
  const lines = columns(answer.items.map((offer) => [offer.id, offer.state, offer.reference, offer.title]));
  const more = answer.next === undefined ? [] : ['There are more: --state and --reference narrow the list.'];
  speech.say(lines.length === 0 ? 'No offers.' : [...lines, ...more].join('\n'), answer);
}

interface ShowOptions {
  readonly wait?: string;
  readonly timeout: string;
}

async function show({ client, speech, language, io }: Session, id: string, options: ShowOptions): Promise<void> {
  const wanted = options.wait === undefined ? () => true : conditionOf(options.wait);
  const waiting = { timeoutMs: secondsOf(options.timeout) * 1_000, signal: io.signal };
  const view = await client.until(id, wanted, waiting);
  speech.say(offerWords(view, language, speech), view);
}

/** `published`, or `emploi-public=sent`; what has been sent counts also once it is live. */
export function conditionOf(text: string): (view: OfferView) => boolean {
  const [first = '', state] = text.split('=');
  if (first === '') throw new UsageError('--wait takes a state, or <partner>=<state>.');
  if (state === undefined) return (view) => view.state === first;
  const enough = state === 'sent' ? ['sent', 'live'] : [state];
  return ({ postings }) => postings.some((posting) => posting.partner === first && enough.includes(posting.state));
}

/** @throws UsageError */
export function secondsOf(text: string): number {
  const seconds = Number(text);
  if (text.trim() !== '' && Number.isFinite(seconds) && seconds >= 0) return seconds;
  throw new UsageError(`${text} is no number of seconds.`);
}
