import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

const OTHERS_MAY_ENTER = 0o001;

/**
 * The user PostgreSQL runs as: PostgreSQL refuses to be root, so root lends it the system user `postgres`, made when missing.
 * @returns nothing when we are not root: then it runs as we do
 */
export function postgresUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (userId('-u') === undefined) execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  const uid = userId('-u');
  const gid = userId('-g');
  if (uid === undefined || gid === undefined)
    throw new Error('The user postgres could not be made: run as an ordinary user instead.');
  return { uid, gid };
}

/** @throws Error naming the folder that only root may enter */
export function assertReachable(path: string): void {
  for (let folder = path; folder !== dirname(folder);) {
    folder = dirname(folder);
    if ((statSync(folder).mode & OTHERS_MAY_ENTER) === 0) {
      throw new Error(
        `PostgreSQL does not run as root, and its user cannot enter ${folder}: run as an ordinary user, move the workspace, or set DATABASE_URL.`,
      );
    }
  }
}

function userId(which: '-u' | '-g'): number | undefined {
  try {
    return Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return undefined;
  }
}
