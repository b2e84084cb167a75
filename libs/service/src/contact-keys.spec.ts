import type { z } from 'zod';

import { ContactKeys } from './contact-keys.js';

/** Intake as it answers: what it was asked, what it holds, and when it is away. */
class Intake {
  readonly asks: string[][] = [];
  readonly held = new Map<string, Buffer | null>();
  isAway = false;
  private readonly release: (() => void)[] = [];

  constructor(private readonly answersAtOnce = true) {}

  async post<S extends z.ZodType>(_path: string, body: unknown, schema: S): Promise<z.infer<S>> {
    const ids: unknown = Reflect.get(Object(body), 'keyIds');
    const keyIds = Array.isArray(ids) ? ids.map(String) : [];
    this.asks.push(keyIds);
    if (!this.answersAtOnce) await new Promise<void>((resolve) => this.release.push(resolve));
    if (this.isAway) throw new Error('intake is away');
    const known = keyIds.filter((id) => this.held.has(id));
    return schema.parse({
      keys: known.map((keyId) => ({ keyId, key: this.held.get(keyId)?.toString('base64url') ?? null })),
    });
  }

  answer(): void {
    this.release.shift()?.();
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('contact keys', () => {
  const key = Buffer.alloc(32, 7);
  const minutes = (count: number) => count * 60_000;

  it('are asked for together, each once, and kept for minutes', async () => {
    const intake = new Intake();
    intake.held.set('a', key).set('b', null);
    let now = 0;
    const keys = new ContactKeys(intake, 'test', () => now);
    expect(await Promise.all(['a', 'b', 'a'].map((id) => keys.keyOf(id)))).toEqual([key, null, key]);
    expect(await Promise.all(['b', 'a'].map((id) => keys.keyOf(id)))).toEqual([null, key]);
    expect(intake.asks).toEqual([['a', 'b']]);
    now = minutes(5);
    intake.held.set('a', null);
    expect(await keys.keyOf('a')).toBeNull();
    expect(intake.asks).toEqual([['a', 'b'], ['a']]);
  });

  it('that are asked for while a call is under way wait for the next, but for those it asks for', async () => {
    const intake = new Intake(false);
    for (const id of ['a', 'b', 'c']) intake.held.set(id, key);
    const keys = new ContactKeys(intake, 'test');
    const first = keys.keyOf('a');
    await turn();
    await turn();
    const rest = Promise.all(['a', 'b', 'c'].map((id) => keys.keyOf(id)));
    await turn();
    expect(intake.asks).toEqual([['a']]);
    intake.answer();
    await first;
    await turn();
    await turn();
    intake.answer();
    await rest;
    expect(intake.asks).toEqual([['a'], ['b', 'c']]);
  });

  it('are asked for in calls of at most 500', async () => {
    const intake = new Intake();
    const ids = Array.from({ length: 1_001 }, (_none, at) => `key-${at}`);
    for (const id of ids) intake.held.set(id, key);
    const keys = new ContactKeys(intake, 'test');
    expect(await Promise.all(ids.map((id) => keys.keyOf(id)))).toEqual(ids.map(() => key));
    expect(intake.asks.map(({ length }) => length)).toEqual([500, 500, 1]);
  });

  it('are asked for anew after a call that failed: nothing of it is kept', async () => {
    const intake = new Intake();
    intake.held.set('a', key);
    intake.isAway = true;
    const keys = new ContactKeys(intake, 'test');
    await expect(keys.keyOf('a')).rejects.toThrow('away');
    intake.isAway = false;
    expect(await keys.keyOf('a')).toEqual(key);
  });

  it('that intake does not mention are no erased ones', async () => {
    await expect(new ContactKeys(new Intake(), 'test').keyOf('a')).rejects.toThrow('did not say');
  });
});
