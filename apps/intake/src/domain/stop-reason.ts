const CODE = /^[a-zA-Z][a-zA-Z0-9-]{0,59}$/;

/**
 * The code that stands on the topic and in consent for what the employer gave as its reason. Free words may name a person:
 * they stay out of both.
 */
export function reasonCode(given: string | undefined): string {
  if (given === undefined) return 'employer-request';
  return CODE.test(given) ? given : 'other';
}
