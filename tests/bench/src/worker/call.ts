import type { z } from 'zod';

/** One thing a worker can be asked: the schema of what it is given, and of what it answers. */
export interface Call<A extends z.ZodType, R extends z.ZodType> {
  readonly name: string;
  readonly args: A;
  readonly result: R;
}

export const defineCall = <A extends z.ZodType, R extends z.ZodType>(call: Call<A, R>): Call<A, R> => call;
