import type { EstablishmentAnswer } from '@accord/offer-checks/check';

/** The register did not answer, or not usefully: nothing is known about the establishment. */
export class RegisterUnavailable extends Error {
  constructor(
    message: string,
    readonly detail: {
      /** The register is up and asks to be asked less. */
      readonly busy?: boolean;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, { cause: detail.cause });
    this.name = 'RegisterUnavailable';
  }
}

/** A register of establishments: the port. Whoever implements it asks once and does not try again. */
export interface EstablishmentRegister {
  /** For figures and logs. */
  readonly name: string;
  /** @throws RegisterUnavailable */
  find(siret: string): Promise<EstablishmentAnswer>;
  close(): Promise<void>;
}
