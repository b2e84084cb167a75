const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });

/** The day it is in Europe/Paris, as yyyy-mm-dd: what begins or ends with a day does so there. */
export const parisDay = (instant: Date): string => paris.format(instant);
