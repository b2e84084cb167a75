import type { EdgeConfig } from './config.js';

let armed: { readonly place: string; readonly action: 'exit' | 'pause' } | undefined;

/** Called once at boot. Outside the test profile nothing is ever armed. */
export function armFailpoint(config: Pick<EdgeConfig, 'ACCORD_PROFILE' | 'FAILPOINT'>): void {
  armed = undefined;
  if (config.ACCORD_PROFILE !== 'test' || config.FAILPOINT === undefined) return;
  const [place = '', action] = config.FAILPOINT.split(':');
  armed = { place, action: action === 'pause' ? 'pause' : 'exit' };
}

/**
 * A named place where a test makes this process die (SIGKILL: nothing is flushed, nothing is told) or freeze (SIGSTOP), as
 * `FAILPOINT=<service>.<place>:exit|pause` says. Places are listed in docs/testing.md.
 */
export function failpoint(place: string): void {
  if (armed?.place !== place) return;
  const { action } = armed;
  armed = undefined;
  process.kill(process.pid, action === 'exit' ? 'SIGKILL' : 'SIGSTOP');
}
