import type { Command } from 'commander';

import type { AnswerOf } from '../calls.js';
import type { Io } from './io.js';
import { Session } from './session.js';
import type { Speech } from './speech.js';
import { columns } from './words.js';

type Explanation = AnswerOf<'/v1/offers/{id}/explanation', 'get'>;

export function addExplainCommand(program: Command, io: Io): void {
  program
    .command('explain <offer> [partner]')
    .description('why an offer is, or is not, at a partner: every condition on the way; without a partner, at each')
    .action(async (offer: string, partner: string | undefined, _options: object, command: Command) => {
      const session = Session.of(io, command);
      return partner === undefined ? explainAll(session, offer) : explainOne(session, offer, partner);
    });
}

const ask = ({ client }: Session, id: string, partner: string): Promise<Explanation> =>
  client.get('/v1/offers/{id}/explanation', { params: { path: { id }, query: { partner } } });

async function explainAll(session: Session, offer: string): Promise<void> {
  const { items } = await session.client.get('/v1/partners');
  const answers: Explanation[] = [];
  for (const { id } of items) answers.push(await ask(session, offer, id));
  session.speech.say(columns(answers.map((answer) => [answer.partner, ...verdict(answer)])).join('\n'), answers);
}

async function explainOne(session: Session, offer: string, partner: string): Promise<void> {
  const { speech } = session;
  const answer = await ask(session, offer, partner);
  const [yesNo, why = ''] = verdict(answer);
  const gates = answer.gates.map(({ rule, passed, data }) => [mark(speech, passed), rule, dataWords(data)]);
  const clauses = answer.clauses.map(({ agreement, effect, outcome, unmet }) => [
    '  ',
    agreement,
    effect,
    [outcome, ...(unmet ?? [])].join(' '),
  ]);
  const words = [
    `${speech.looks('bold', yesNo ?? '')}  ${why}`,
    ...columns(gates),
    ...(clauses.length === 0 ? [] : ['Agreements and refusals, the most specific first:', ...columns(clauses)]),
    ...(answer.outcome === null ? [] : [`There it is ${answer.outcome.state}, since ${answer.outcome.since}.`]),
  ];
  speech.say(words.join('\n'), answer);
  const silent = answer.gates.some(({ passed, data }) => !passed && data['because'] === 'no-agreement');
  if (silent) speech.aside(`Nothing was agreed about it: accord agree ${offer} --with ${partner}`);
}

const mark = (speech: Speech, passed: boolean): string =>
  passed ? speech.looks('green', '✓') : speech.looks('red', '✗');

function verdict({ allowed, gates }: Explanation): string[] {
  if (allowed) return ['yes', `by ${dataWords(gates.at(-1)?.data ?? {})}`];
  return ['no', gates.flatMap(({ rule, passed, data }) => (passed ? [] : [`${rule}: ${dataWords(data)}`])).join('; ')];
}

/** Names and values on one line; what is empty says nothing. */
const dataWords = (data: Readonly<Record<string, unknown>>): string =>
  Object.entries(data)
    .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
