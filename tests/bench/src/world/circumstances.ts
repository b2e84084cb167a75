import { execFileSync } from 'node:child_process';
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';

import type { Circumstances } from '../domain/report.js';

/** To be asked before anything is started. */
export function circumstances(argv: readonly string[]): Circumstances {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return {
    date: new Date().toISOString().slice(0, 16).replace('T', ' '),
    command: ['npm run bench', ...(argv.length > 0 ? ['--', ...argv] : [])].join(' '),
    commit: commit(),
    machine: `${cpu?.model.trim() ?? 'unknown CPU'}, ${cpus().length} cores, ${memory} GB, ${platform()} ${release()} ${arch()}`,
    software: `Node.js ${process.version}; broker, database, services, load and portals all on this machine`,
    loadBefore: loadavg()[0] ?? 0,
  };
}

/** With a mark where files differ from it. */
function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  try {
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') === '' ? '' : ' with changes'}`;
  } catch {
    return 'unknown';
  }
}
