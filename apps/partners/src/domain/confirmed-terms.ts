/** A version of a partner's terms as it was published. */
export interface PublishedTerms {
  readonly version: number;
  readonly material: boolean;
  readonly confirmed: boolean;
}

/** Which version is in force, and the last one with a material change; 0 for none. */
export interface TermsInForce {
  readonly version: number;
  readonly material: number;
}

/**
 * What is in force once the operator confirms a version. It carries all changes since the one in force, so a material one that
 * was passed over makes it material too; neither side can talk down what the other finds material.
 * @returns undefined where the version is not newer than the one in force, or was never published
 */
export function confirmTerms(
  inForce: TermsInForce,
  published: readonly PublishedTerms[],
  { version, material }: { readonly version: number; readonly material: boolean },
): TermsInForce | undefined {
  if (version <= inForce.version || !published.some((one) => one.version === version)) return undefined;
  const since = published.filter((one) => one.version > inForce.version && one.version <= version);
  return { version, material: material || since.some((one) => one.material) ? version : inForce.material };
}

export type TermsState = 'published' | 'inForce' | 'superseded' | 'passedOver';

export function termsState({ version, confirmed }: Omit<PublishedTerms, 'material'>, inForce: number): TermsState {
  if (version === inForce) return 'inForce';
  if (version > inForce) return 'published';
  return confirmed ? 'superseded' : 'passedOver';
}
