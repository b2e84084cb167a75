import { extname } from 'node:path';
import type { Command } from 'commander';

import type { ImportSource } from '../bulk-import.js';
import type { ImportReceipt } from '../types.js';
import { exitCodes, UsageError } from './failure.js';
import { bytesOf } from './input.js';
import type { Io } from './io.js';
import { Session } from './session.js';
import { findingWords } from './words.js';

interface ImportOptions {
  readonly type?: string;
  readonly format?: string;
  readonly all?: boolean;
  readonly receipts?: boolean;
}

/** By the end of a file's name. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.ndjson': 'application/x-ndjson',
  '.jsonl': 'application/x-ndjson',
  '.json': 'application/json',
  '.csv': 'text/csv',
  '.xml': 'application/xml',
  '.jsonld': 'application/ld+json',
};

export function addImportCommand(program: Command, io: Io): void {
  program
    .command('import <file>')
    .description('import offers from a file, however long: a receipt a record; - reads standard input')
    .option('--type <media type>', 'of the file, where its name does not tell')
    .option('--format <form>', 'what it is written in, where the type does not tell: france-travail …')
    .option('-a, --all', 'show every receipt, not only those of refused records')
    .option('--receipts', 'read the receipts of an earlier import again: <file> is its id')
    .addHelpText('after', '\nExit code 0: every record was taken; 1: some were refused, the others taken.')
    .action(async (file: string, options: ImportOptions, command: Command) =>
      io.exit(await importFile(Session.of(io, command), file, options)),
    );
}

async function importFile(session: Session, file: string, options: ImportOptions): Promise<number> {
  const { client, io, speech } = session;
  const receipts =
    options.receipts === true
      ? client.importReceipts(file)
      : await client.importOffers(sourceOf(io, file, options), io.signal);
  if ('id' in receipts) speech.aside(speech.looks('dim', `Import ${receipts.id}`));
  const counts = new Map<ImportReceipt['status'], number>();
  for await (const receipt of receipts) {
    counts.set(receipt.status, (counts.get(receipt.status) ?? 0) + 1);
    if (options.all === true || receipt.status === 'refused') speech.item(receiptWords(session, receipt), receipt);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const each = [...counts].map(([status, count]) => `${count} ${status}`).join(', ');
  speech.item(`${total} records${each === '' ? '' : `: ${each}`}.`, { total, ...Object.fromEntries(counts) });
  return counts.has('refused') ? exitCodes.refused : exitCodes.ok;
}

function sourceOf(io: Io, file: string, { type, format }: ImportOptions): ImportSource {
  const gzip = file.endsWith('.gz');
  const named = mediaTypes[extname(gzip ? file.slice(0, -3) : file).toLowerCase()];
  const contentType = type ?? (format === undefined ? named : 'application/octet-stream');
  if (contentType === undefined)
    throw new UsageError(`What ${file} holds cannot be told from its name: --format csv, ndjson, hr-xml …`);
  return { bytes: bytesOf(io, file), contentType, format, gzip };
}

function receiptWords({ speech, language }: Session, { line, reference, status, id, findings }: ImportReceipt): string {
  const head = `${String(line).padStart(6)}  ${status.padEnd(9)}  ${reference ?? '(no reference)'}${id === undefined ? '' : `  ${id}`}`;
  return [head, ...findings.map((one) => findingWords(one, language, speech))].join('\n');
}
