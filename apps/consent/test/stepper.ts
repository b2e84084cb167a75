/** Runs a port's calls one at a time, as a test wants: it halts before a call until it is told to go on. */
export class Stepper {
  private readonly halts = new Map<string, { reached: () => void; go: Promise<void> }>();

  /** Halts before the next call of this name. Await `reached` for it to get there, call `go` to let it on. */
  haltBefore(call: string): { readonly reached: Promise<void>; readonly go: () => void } {
    const reached = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    this.halts.set(call, { reached: reached.resolve, go: go.promise });
    return { reached: reached.promise, go: go.resolve };
  }

  async before(call: string): Promise<void> {
    const halt = this.halts.get(call);
    if (halt === undefined) return;
    this.halts.delete(call);
    halt.reached();
    await halt.go;
  }
}

/** The same port, every call of which goes past the stepper. */
export function stepped<T extends object>(port: T, stepper: Stepper): T {
  return new Proxy(port, {
    get(target, name, receiver): unknown {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function' || typeof name !== 'string') return member;
      return async (...given: unknown[]): Promise<unknown> => {
        await stepper.before(name);
        return member.apply(target, given);
      };
    },
  });
}
