/** A sleep that can be cut short. A wake that comes while nobody sleeps cuts the next sleep. */
export class Sleeper {
  private awake: (() => void) | undefined;
  private pending = false;

  /** True when woken before the time was over. */
  sleep(ms: number): Promise<boolean> {
    if (this.pending) {
      this.pending = false;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.awake = undefined;
        resolve(false);
      }, ms);
      this.awake = () => {
        clearTimeout(timer);
        this.awake = undefined;
        resolve(true);
      };
    });
  }

  wake(): void {
    if (this.awake === undefined) this.pending = true;
    else this.awake();
  }
}
