import { Lane } from './lane.js';
import type { PartnerClient } from './partner-client.js';
import type { PartnerSettings } from './partner.store.js';

/** The lanes this process runs. A partner that comes back finds its circuit and rate as they were. */
export class LaneSet {
  private readonly lanes = new Map<string, Lane>();
  private readonly leaving = new Map<string, Lane>();

  constructor(private readonly clientOf: (partner: string) => PartnerClient) {}

  all(): Lane[] {
    return [...this.lanes.values()];
  }

  find(partner: string): Lane | undefined {
    return this.lanes.get(partner);
  }

  /** Partners whose lane is run here, or whose last requests are still under way. */
  get partners(): string[] {
    return [...this.lanes.keys(), ...this.leaving.keys()];
  }

  /** From now on exactly these are run. */
  async run(settings: readonly PartnerSettings[]): Promise<void> {
    const names = new Set(settings.map(({ partner }) => partner));
    for (const [partner, lane] of this.lanes) if (!names.has(partner)) this.leave(partner, lane);
    for (const one of settings) this.configure(one);
    await this.closeIdle();
  }

  async close(): Promise<void> {
    await this.run([]);
    await Promise.all([...this.leaving.values()].map((lane) => lane.client.close()));
  }

  private leave(partner: string, lane: Lane): void {
    this.lanes.delete(partner);
    this.leaving.set(partner, lane);
  }

  private configure(settings: PartnerSettings): void {
    const lane =
      this.lanes.get(settings.partner) ??
      this.leaving.get(settings.partner) ??
      new Lane(settings, this.clientOf(settings.partner));
    lane.configure(settings);
    this.leaving.delete(settings.partner);
    this.lanes.set(settings.partner, lane);
  }

  private async closeIdle(): Promise<void> {
    for (const [partner, lane] of this.leaving) {
      if (lane.busy > 0) continue;
      this.leaving.delete(partner);
      await lane.client.close();
    }
  }
}
