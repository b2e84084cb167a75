const DAY_MS = 86_400_000;

/** A day (yyyy-mm-dd) some days later. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

/** "1er mars 2027". */
export function inWords(day: string): string {
  const [year = '', month, date] = day.split('-');
  const number = Number(date);
  return `${number === 1 ? '1er' : number} ${months[Number(month) - 1] ?? ''} ${year}`;
}
