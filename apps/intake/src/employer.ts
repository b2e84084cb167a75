import type { Subject } from '@accord/service/authentication';

/** Who writes: the rights holder, and the establishments it may hire for. */
export interface Employer {
  /** Its SIREN. */
  readonly holder: string;
  readonly sirets: ReadonlySet<string>;
  /** The SIREN of who acts: the holder's own. */
  readonly by: string;
}

export const employerOf = ({ id, sirets }: Subject): Employer => ({ holder: id, by: id, sirets: new Set(sirets) });
