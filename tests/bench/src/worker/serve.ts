import { z } from 'zod';

import type { Call } from './call.js';

const question = z.object({ id: z.int(), name: z.string(), args: z.unknown() });

interface Answerer {
  readonly name: string;
  readonly answer: (args: unknown) => Promise<unknown>;
}

/** How a worker answers one call. */
export function on<A extends z.ZodType, R extends z.ZodType>(
  { name, args, result }: Call<A, R>,
  handle: (args: z.output<A>) => z.input<R> | Promise<z.input<R>>,
): Answerer {
  return { name, answer: async (given) => result.parse(await handle(args.parse(given))) };
}

/** The worker's side: answers what it is asked, until whoever asks is gone. */
export function serve(...answerers: readonly Answerer[]): void {
  const answer = async (message: unknown): Promise<void> => {
    const { id, name, args } = question.parse(message);
    try {
      const found = answerers.find((one) => one.name === name);
      if (found === undefined) throw new Error(`nobody answers ${name}`);
      process.send?.({ id, ok: true, result: await found.answer(args) });
    } catch (error) {
      process.send?.({ id, ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  };
  process.on('message', (message) => void answer(message));
  process.once('disconnect', () => process.exit());
}
