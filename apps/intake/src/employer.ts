import type { Subject } from '@accord/service/authentication';

/** Who writes: the rights holder, and the establishments it may hire for. */
export interface Employer {
  /** Its SIREN. */
  readonly holder: string;
  readonly sirets: ReadonlySet<string>;
}

export const employerOf = ({ id, sirets }: Subject): Employer => ({ holder: id, sirets: new Set(sirets) });
