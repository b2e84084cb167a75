import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { Command } from 'commander';
import { z } from 'zod';

import { Api } from '../api.js';
import { exitCodes, UsageError } from './failure.js';
import type { Io } from './io.js';
import { secondsOf } from './offer-commands.js';
import { Session } from './session.js';

const received = z.looseObject({
  receivedAt: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  complete: z.boolean(),
});
const inboxPage = z.object({ items: z.array(received), next: z.string() });
const webhook = z.looseObject({
  type: z.string(),
  data: z.looseObject({ offerId: z.string().optional(), version: z.int().optional() }),
});
type Received = z.infer<typeof received>;

/** secret, token, and what a partner of the sandbox received */
export function addPartnerCommands(program: Command, io: Io): void {
  program
    .command('secret')
    .description('partners: a new secret for your endpoint, shown once; the one before goes on signing for a day')
    .action(async (_options: object, command: Command) => {
      const { client, speech } = Session.of(io, command);
      const answer = await client.post('/v1/partners/me/secrets/rotation', { body: {} });
      speech.say(answer.secrets.map(({ secret }) => secret).join('\n'), answer);
    });
  program
    .command('inbox <partner>')
    .description('what a partner portal of the sandbox received')
    .option('--about <offer>', 'of one offer')
    .option('--wait <type>', 'until one of this type is there: offer.published, offer.removed …')
    .option('--timeout <seconds>', 'how long to wait', '30')
    .option('--save <file>', 'keep the newest, headers and body as they came, for accord verify')
    .action(async (partner: string, options: InboxOptions, command: Command) =>
      io.exit(await inbox(Session.of(io, command), partner, options)),
    );
}

interface InboxOptions {
  readonly about?: string;
  readonly wait?: string;
  readonly timeout: string;
  readonly save?: string;
}

async function inbox(session: Session, partner: string, options: InboxOptions): Promise<number> {
  const { io, speech } = session;
  const deadline = Date.now() + secondsOf(options.timeout) * 1_000;
  const address = inboxOf(session, partner);
  let found = await receivedAt(io, address, options);
  while (options.wait !== undefined && found.length === 0 && Date.now() < deadline) {
    await pause(200, undefined, { signal: io.signal });
    found = await receivedAt(io, address, options);
  }
  for (const one of found) speech.item(receivedWords(one), one);
  const newest = found.at(-1);
  if (options.save !== undefined && newest !== undefined)
    writeFileSync(resolve(io.cwd, options.save), `${JSON.stringify(newest, null, 2)}\n`);
  if (newest === undefined)
    speech.aside(`${partner} has received nothing${options.wait === undefined ? '' : ' of it yet'}.`);
  return newest === undefined && options.wait !== undefined ? exitCodes.notYet : exitCodes.ok;
}

function inboxOf({ settings: { run } }: Session, partner: string): string {
  const partners = run?.sandboxPartners ?? [];
  const found = partners.find(({ id }) => id === partner);
  if (found !== undefined) return found.inbox;
  const known = partners.map(({ id }) => id).join(', ');
  throw new UsageError(`The sandbox has no partner ${partner}${known === '' ? '' : `: it has ${known}`}.`);
}

async function receivedAt(io: Io, address: string, { about, wait }: InboxOptions): Promise<Received[]> {
  const { origin, pathname } = new URL(address);
  const sandbox = new Api({ url: origin, fetch: io.fetch });
  const all: Received[] = [];
  for (let cursor: string | undefined; ;) {
    const query = { limit: 1_000, ...(about && { holds: about }), ...(cursor !== undefined && { cursor }) };
    const page = inboxPage.parse(await sandbox.call('GET', pathname, { params: { query }, signal: io.signal }));
    all.push(...page.items.filter((one) => one.complete && isOf(one, { about, wait })));
    if (page.items.length === 0) return all;
    cursor = page.next;
  }
}

function isOf({ body }: Received, { about, wait }: Pick<InboxOptions, 'about' | 'wait'>): boolean {
  const event = eventOf(body);
  return (about === undefined || event?.data.offerId === about) && (wait === undefined || event?.type === wait);
}

const eventOf = (body: string): z.infer<typeof webhook> | undefined => {
  try {
    return webhook.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
};

function receivedWords({ receivedAt: at, headers, body }: Received): string {
  const event = eventOf(body);
  const signed = Object.keys(headers).filter((name) => ['webhook-signature', 'accord-permit'].includes(name));
  return `${at}  ${event?.type ?? 'no event'}  offer ${event?.data.offerId ?? '-'}  version ${event?.data.version ?? '-'}  with ${signed.join(', ') || 'nothing signed'}`;
}
