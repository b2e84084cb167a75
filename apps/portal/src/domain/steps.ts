/**
 * Steps of what is compared rather than equal. An ad has the term of every step it reaches, so that "at least" is one
 * term; what lies between two steps is compared in the row.
 */
export const PAY_STEPS = [
  1, 5, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 22, 25, 30, 35, 40, 50, 75, 100, 200, 500,
] as const;
/** Openings: the steps are the only values that can be asked for. */
export const OPENING_STEPS = [2, 3, 5, 10, 20, 50] as const;
/** Years of experience an ad may ask for; more counts as the last. */
export const MOST_YEARS = 11;
/** Whole hours a week. */
export const MOST_HOURS = 60;

export const stepsReached = (steps: readonly number[], value: number): number[] =>
  steps.filter((step) => step <= value);

/** The highest step that all values of at least `least` have reached; undefined below the first. */
export const stepBelow = (steps: readonly number[], least: number): number | undefined =>
  steps.findLast((step) => step <= least);
