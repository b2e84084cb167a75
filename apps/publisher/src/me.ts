/** This process, as the other publishers know it (a `Runner`). */
export const ME = Symbol('publisher:me');
