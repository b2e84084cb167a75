import type { EstablishmentAnswer } from '@accord/offer-checks/check';

export interface CacheOptions {
  /** How long an establishment that may hire is taken for one. */
  readonly openMs: number;
  /** Shorter: an establishment that is new, or corrected, must not wait for long. */
  readonly otherMs: number;
  readonly most: number;
}

interface Entry {
  readonly answer: EstablishmentAnswer;
  readonly until: number;
}

/** The register's last answers, the oldest forgotten first. An employer sends many offers, and closes seldom. */
export class AnswerCache {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly options: CacheOptions) {}

  get(siret: string, nowMs: number): EstablishmentAnswer | undefined {
    const entry = this.entries.get(siret);
    return entry !== undefined && entry.until > nowMs ? entry.answer : undefined;
  }

  put(answer: EstablishmentAnswer, nowMs: number): void {
    const { openMs, otherMs, most } = this.options;
    const mayHire = answer.kind === 'found' && answer.open && answer.legalUnitActive;
    this.entries.delete(answer.siret);
    this.entries.set(answer.siret, { answer, until: nowMs + (mayHire ? openMs : otherMs) });
    const [oldest] = this.entries.keys();
    if (this.entries.size > most && oldest !== undefined) this.entries.delete(oldest);
  }
}
