import type { Errors } from './load.calls.js';

const SHOWN = 5;

/** Counts what went wrong and keeps some of it in words: an error rate above nothing fails the bench, and must be explained. */
export class Failures {
  private count = 0;
  private readonly first: string[] = [];

  add(because: string): void {
    this.count += 1;
    if (this.first.length < SHOWN) this.first.push(because.slice(0, 500));
  }

  get all(): Errors {
    return { count: this.count, first: [...this.first] };
  }
}
