import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ChildrenFile } from './children-file.ts';
import { layoutOf, type Layout } from './files.ts';
import { takeLock } from './lock.ts';
import type { LauncherOptions } from './options.ts';
import type { Progress } from './progress.ts';
import { endStrays } from './strays.ts';

/** A folder that is ours alone, with nothing running in it. */
export interface PreparedFolder {
  readonly layout: Layout;
  readonly children: ChildrenFile;
  readonly giveBack: () => void;
}

/**
 * Takes the folder, ends what a crashed launcher left running in it, and empties it if asked to.
 * @throws AlreadyRunning
 */
export async function prepareFolder(options: LauncherOptions, progress: Progress): Promise<PreparedFolder> {
  const layout = layoutOf(options.varDir);
  const giveBack = takeLock(layout.lock);
  letDatabaseIn(layout.root);
  const children = new ChildrenFile(layout.children);
  const orphans = [...(await children.endOrphans()), ...(await endStrays(layout.root))];
  if (orphans.length > 0) progress.say(`ended what an earlier start left running: ${orphans.join(', ')}`);
  forgetRun(layout);
  if (options.fresh) empty(layout, progress);
  return { layout, children, giveBack };
}

/** PostgreSQL runs as a user of its own when root starts it, and has to pass through here; our files are still ours alone. */
function letDatabaseIn(folder: string): void {
  mkdirSync(folder, { recursive: true });
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
}

/** No run file while nothing runs: whoever finds one can use it. */
export function forgetRun(layout: Layout): void {
  for (const file of [layout.run, layout.pids]) rmSync(file, { force: true });
}

function empty(layout: Layout, progress: Progress): void {
  const owned = [layout.kafka, layout.postgres, layout.sandbox, layout.logs, layout.secrets];
  for (const path of owned) rmSync(path, { recursive: true, force: true });
  progress.say(`starts empty: removed the data, logs and secrets of ${join(layout.root, '/')}`);
}
