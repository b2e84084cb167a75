import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import type { Call } from './call.js';

const answer = z.object({ id: z.int(), ok: z.boolean(), result: z.unknown(), error: z.string().optional() });

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A process of its own that is asked over a pipe: load and sinks must not share a thread with what is measured, or each other. */
export class Worker {
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  private constructor(
    private readonly name: string,
    private readonly child: ChildProcess,
  ) {
    child.on('message', (message) => this.answered(message));
    child.once('exit', (code, signal) => this.gone(`${name} ended with ${code ?? signal}`));
  }

  /** @param file beside this one */
  static start(file: `./${string}.worker.ts`): Worker {
    const loader = import.meta.resolve('@accord/testing/register-ts');
    const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
      execArgv: ['--import', loader],
      serialization: 'advanced',
    });
    return new Worker(file, child);
  }

  /** @throws Error where the worker fails, or ends */
  async ask<A extends z.ZodType, R extends z.ZodType>(call: Call<A, R>, args: z.input<A>): Promise<z.output<R>> {
    const id = (this.asked += 1);
    const result = await new Promise<unknown>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.child.send({ id, name: call.name, args }, (error) => error !== null && this.gone(String(error)));
    });
    return call.result.parse(result);
  }

  stop(): void {
    this.child.removeAllListeners('exit');
    this.child.kill('SIGKILL');
  }

  private answered(message: unknown): void {
    const { id, ok, result, error } = answer.parse(message);
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (ok) waiting?.resolve(result);
    else waiting?.reject(new Error(`${this.name}: ${error}`));
  }

  private gone(because: string): void {
    for (const { reject } of this.waiting.values()) reject(new Error(because));
    this.waiting.clear();
  }
}
