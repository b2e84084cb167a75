import { type Command, Option } from 'commander';

import { AccordProblem } from '../problem.js';
import type { AgreementDraft } from '../types.js';
import { type AgreementOptions, clauseOf } from './clause.js';
import { objectOf } from './input.js';
import type { Io } from './io.js';
import { secondsOf } from './offer-commands.js';
import { exitCodes } from './failure.js';
import { Session } from './session.js';
import { stopWords } from './words.js';

/** agree, withdraw */
export function addAgreementCommands(program: Command, io: Io): void {
  program
    .command('agree [offer]')
    .description('agree that partners may show an offer, or offers of a kind, or all; or refuse it')
    .option('--with <partner...>', 'these partners')
    .option('--with-category <category...>', 'partners of these categories: public, private, training, event')
    .option('--with-all-public', 'every public partner')
    .option('--with-all', 'every partner')
    .option('--all-offers', 'for all your offers, those to come too')
    .option('--occupation <rome...>', 'for offers of these occupations (D1102, M18 …)')
    .option('--department <code...>', 'for offers in these departments')
    .option('--contract <type...>', 'for offers of these contract types (CDI, CDD …)')
    .option('--from <time>', 'from then on, in RFC 3339: 2026-10-11T00:00:00Z')
    .option('--until <time>', 'until then')
    .addOption(new Option('--condition <condition...>', 'what a partner must have declared'))
    .option('--by <name>', 'who gives it, within the employer')
    .option('--role <role>', 'as what')
    .option('--refuse', 'a refusal instead: it outranks an agreement that is as specific')
    .option('--file <file>', 'the whole body of the call, instead of all these')
    .option('-q, --quiet', 'only its id on standard output')
    .action(async (offer: string | undefined, options: AgreeOptions, command: Command) =>
      agree(Session.of(io, command), offer, options),
    );
  program
    .command('withdraw <id>')
    .description('withdraw an agreement, or an offer for good; says from when on nothing of it leaves')
    .option('--reason <text>', 'of an offer: filled …')
    .option('--timeout <seconds>', 'how long to follow it while it is stopping', '30')
    .action(async (id: string, options: WithdrawOptions, command: Command) =>
      io.exit(await withdraw(Session.of(io, command), id, options)),
    );
}

interface AgreeOptions extends AgreementOptions {
  readonly file?: string;
}

async function agree(session: Session, offer: string | undefined, options: AgreeOptions): Promise<void> {
  const { speech, client } = session;
  const draft =
    options.file === undefined ? await worded(session, offer, options) : await bodyOf(session, options.file);
  const answer = await client.agree(draft);
  const what = draft.effect === 'refuse' ? 'Refusal' : 'Agreement';
  const words = [`${what} ${speech.looks('bold', answer.id)} is given; its receipt is signed.`];
  if (answer.stop !== undefined) words.push(stopWords(answer.stop, 'What it refuses', speech));
  speech.say(words.join('\n'), answer, answer.id);
}

/** The server is who validates it. */
async function bodyOf({ io }: Session, file: string): Promise<AgreementDraft> {
  const draft: AgreementDraft = JSON.parse(JSON.stringify(await objectOf(io, file)));
  return draft;
}

/** Shows the text that is agreed to, since the agreement records that it was shown. */
async function worded(session: Session, offer: string | undefined, options: AgreeOptions): Promise<AgreementDraft> {
  const { client, language, speech } = session;
  const { items } = await client.get('/v1/wordings', { params: { query: { language } } });
  const effect = options.refuse === true ? 'refuse' : 'allow';
  const latest = items.find((one) => one.effect === effect && one.current);
  if (latest === undefined) throw new Error(`there is no wording in ${language}`);
  const draft = clauseOf(offer, options, { id: latest.id, version: latest.version, language });
  speech.aside(speech.looks('dim', `${latest.title}\n\n${latest.body.trim()}\n`));
  return draft;
}

interface WithdrawOptions {
  readonly reason?: string;
  readonly timeout: string;
}

async function withdraw(session: Session, id: string, { reason, timeout }: WithdrawOptions): Promise<number> {
  const { client, io, speech } = session;
  const waiting = { timeoutMs: secondsOf(timeout) * 1_000, signal: io.signal };
  const isAgreement = reason === undefined && (await agreementExists(session, id));
  const answer = isAgreement
    ? await client.withdrawAgreement(id, waiting)
    : await client.withdrawOffer(id, reason, waiting);
  speech.say(stopWords(answer, isAgreement ? 'The agreement' : 'The offer', speech), answer);
  return answer.state === 'stopped' ? exitCodes.ok : exitCodes.notYet;
}

/** An id says of nothing what it is of; nobody has an offer and an agreement of the same. */
async function agreementExists({ client }: Session, id: string): Promise<boolean> {
  try {
    await client.get('/v1/agreements/{id}', { params: { path: { id } } });
    return true;
  } catch (error) {
    if (error instanceof AccordProblem && error.status === 404) return false;
    throw error;
  }
}
