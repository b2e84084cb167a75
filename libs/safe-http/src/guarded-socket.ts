import { Socket } from 'node:net';

/**
 * A TCP socket that, while a request is on it, ends in a reset however it is ended: by us, by the HTTP client above, or
 * by the TLS socket above, which closes this one and cannot be reset itself. A plain close would leave what the kernel
 * had accepted to be sent in the background, after the request was reported dead.
 */
export class GuardedSocket extends Socket {
  /** Resolves when the descriptor is closed: nothing of this socket is sent any more. */
  readonly dead: Promise<void>;
  #held = false;
  #resetting = false;
  #cause: Error | undefined;

  constructor() {
    // Half-open, so that the other side's end never starts a shutdown of ours: a socket shutting down cannot be reset.
    super({ allowHalfOpen: true });
    this.dead = new Promise((resolve) => this.once('close', () => resolve()));
    this.on('error', () => undefined);
  }

  /** From the first byte of a request. */
  hold(): void {
    this.#held = true;
  }

  /** Once its answer was read and its body wholly written: the next end may be a polite one. */
  release(): void {
    this.#held = false;
  }

  kill(): Promise<void> {
    this.#held = true;
    this.destroy();
    return this.dead;
  }

  override destroy(error?: Error): this {
    if (!this.#held || this.#resetting || this.destroyed || this.connecting) return super.destroy(error ?? this.#cause);
    this.#resetting = true;
    this.#cause = error;
    return this.resetAndDestroy();
  }
}
