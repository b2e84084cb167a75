import { Command, CommanderError, Option } from 'commander';

import { addAgreementCommands } from './agreement-commands.js';
import { addExplainCommand } from './explain-command.js';
import { exitCodes, type Failure, failureOf } from './failure.js';
import { addImportCommand } from './import-command.js';
import type { Io } from './io.js';
import { printable, printableJson } from './printable.js';
import { addOfferCommands } from './offer-commands.js';
import { addPartnerCommands } from './partner-commands.js';
import { addVerifyCommand } from './verify-command.js';
import { addWatchCommand } from './watch-command.js';

const about = `
Where: the system that "npm start" runs here, as its employer; --as acts as another client of the sandbox.
  Elsewhere: ACCORD_URL, with ACCORD_CLIENT_ID, ACCORD_CLIENT_SECRET and ACCORD_ISSUER (OAuth 2 client credentials).

Exit codes: 0 done · 1 refused · 2 typed wrong · 3 no answer · 4 accepted, but not done yet

  OFFER=$(accord submit examples/offer.json --reference MY-1 -q)
  accord agree $OFFER --with emploi-public
  accord show $OFFER --wait emploi-public=sent
  accord withdraw $OFFER --reason filled`;

/** Runs one command. @returns the exit code of the process */
export async function main(world: Omit<Io, 'exit'>): Promise<number> {
  let code: number = exitCodes.ok;
  const io: Io = { ...world, exit: (one) => (code = one) };
  try {
    await programFor(io).parseAsync([...io.argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    // Ctrl-C ends what goes on for ever.
    if (io.signal.aborted) return exitCodes.ok;
    const failure = failureOf(error);
    tell(io, failure);
    return failure.code;
  }
}

function programFor(io: Io): Command {
  const program = new Command('accord')
    .description('Carries a job offer to every portal its employer agrees to, and to no other.')
    .version('0.1.0')
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) })
    .showHelpAfterError('Add --help to see how it is used.')
    .option('--json', 'answers as JSON, for programs')
    .option('--as <client>', 'a client of the sandbox: employer, employer2, partner, operator …')
    .option('--url <address>', 'of Accord’s front door')
    .addOption(new Option('--lang <language>', 'of findings and of what is agreed to').choices(['fr', 'en']))
    .addHelpText('after', about);
  addOfferCommands(program, io);
  addImportCommand(program, io);
  addAgreementCommands(program, io);
  addExplainCommand(program, io);
  addWatchCommand(program, io);
  addVerifyCommand(program, io);
  addPartnerCommands(program, io);
  return program;
}

function tell(io: Io, { code, message, hint }: Failure): void {
  if (io.argv.includes('--json')) io.err(`${printableJson(JSON.stringify({ error: message, code, hint }))}\n`);
  else io.err(printable(`accord: ${message}\n${hint === undefined ? '' : `${hint}\n`}`, false));
}
