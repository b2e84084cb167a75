/** Says what is done, line by line, each with the seconds since the start. */
export interface Progress {
  say(line: string): void;
  /** Says when something begins and how long it took. */
  step<T>(what: string, work: () => Promise<T>): Promise<T>;
  seconds(): number;
}

export function startProgress(print: (line: string) => void, now: () => number = () => performance.now()): Progress {
  const began = now();
  const seconds = () => (now() - began) / 1000;
  const say = (line: string) => print(`[${seconds().toFixed(1).padStart(5)} s] ${line}`);
  return {
    say,
    seconds,
    async step(what, work) {
      const stepBegan = now();
      const result = await work();
      say(`${what} (${((now() - stepBegan) / 1000).toFixed(1)} s)`);
      return result;
    },
  };
}
