import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf } from './errors.ts';

/**
 * The JVM's flag for its archive of loaded classes (application class-data sharing): measured, a broker starts with 3 s of processor
 * time instead of 5. The first broker that ends cleanly writes it, beside the jars and for this very JVM; the JVM itself checks
 * that archive, class path and JVM belong together, and does without it otherwise.
 */
export function classArchiveFlag(jarFolder: string, java: string): string {
  const archive = join(jarFolder, `classes-${jvmId(java)}.jsa`);
  if (!existsSync(archive)) takeFinished(archive);
  if (existsSync(archive)) return `-XX:SharedArchiveFile=${archive}`;
  // Each writes a file of its own: brokers that end together would write into one another's.
  return `-XX:ArchiveClassesAtExit=${archive}.${process.pid}-${Date.now()}`;
}

/** Takes an archive that a broker has left; a broker still at work has not written its own yet. */
function takeFinished(archive: string): void {
  const written = readdirSync(dirname(archive)).filter((name) => name.startsWith(`${basename(archive)}.`));
  for (const name of written) {
    const path = join(dirname(archive), name);
    if (existsSync(archive)) rmSync(path, { force: true });
    else moveIfSettled(path, archive);
  }
}

const SETTLED_MS = 2000;

/** One that was written a moment ago may be under way. */
function moveIfSettled(path: string, archive: string): void {
  try {
    if (Date.now() - statSync(path).mtimeMs > SETTLED_MS) renameSync(path, archive);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** Changes when another JVM is installed. */
function jvmId(java: string): string {
  const path = realpathSync(java.includes('/') ? java : execFileSync('which', [java], { encoding: 'utf8' }).trim());
  return createHash('sha256')
    .update(`${path} ${statSync(path).mtimeMs}`)
    .digest('hex')
    .slice(0, 12);
}
