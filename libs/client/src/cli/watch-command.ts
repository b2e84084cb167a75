import type { Command } from 'commander';
import { z } from 'zod';

import type { Io } from './io.js';
import { Session } from './session.js';
import { exitCodes } from './failure.js';
import { secondsOf } from './offer-commands.js';

const posting = z.object({ partner: z.string(), state: z.string(), why: z.string().optional() });
const about = z.looseObject({ state: z.string(), revision: z.int(), posting: posting.optional() });
const told = z.looseObject({ type: z.string(), timestamp: z.string(), data: about });

interface WatchOptions {
  readonly until?: string;
  readonly timeout?: string;
}

export function addWatchCommand(program: Command, io: Io): void {
  program
    .command('watch <offer>')
    .description('what happened to an offer, and what happens: each change as it comes, until Ctrl-C')
    .option('--until <event>', 'end once it has come: offer.published, or emploi-public=removed')
    .option('--timeout <seconds>', 'how long to wait for that')
    .action(async (offer: string, options: WatchOptions, command: Command) =>
      io.exit(await watch(Session.of(io, command), offer, options)),
    );
}

async function watch(
  { client, io, speech }: Session,
  offer: string,
  { until, timeout }: WatchOptions,
): Promise<number> {
  const signals = timeout === undefined ? [io.signal] : [io.signal, AbortSignal.timeout(secondsOf(timeout) * 1_000)];
  for await (const { data } of client.events(offer, AbortSignal.any(signals))) {
    const event = told.parse(JSON.parse(data));
    speech.item(eventWords(event), event);
    if (until !== undefined && isWhat(event, until)) return exitCodes.ok;
  }
  return until === undefined ? exitCodes.ok : exitCodes.notYet;
}

function eventWords({ type, timestamp, data }: z.infer<typeof told>): string {
  const { posting: at, state } = data;
  const what = at === undefined ? state : [at.partner, at.state, at.why ?? ''].join(' ').trim();
  return `${timestamp}  ${type.padEnd(16)}  ${what}`;
}

const isWhat = ({ type, data }: z.infer<typeof told>, wanted: string): boolean =>
  type === wanted || (data.posting !== undefined && `${data.posting.partner}=${data.posting.state}` === wanted);
