/** The day it is for mandates, by the database's clock. */
export const parisToday = `(clock_timestamp() at time zone 'Europe/Paris')::date`;

/** SQL: a row of `mandate`, by its name in the statement, is in force (`standingOf` of domain/mandate.ts). */
export const inForce = (mandate: string): string =>
  `${mandate}.state = 'active' and ${mandate}.starts_on <= ${parisToday}
   and (${mandate}.ends_on is null or ${mandate}.ends_on >= ${parisToday})`;

/** SQL: the agent of a row with `holder` and `agent` may act today. Index: mandate_open. */
export const agentInForce = (row: string): string =>
  `exists (select from mandate m where m.holder = ${row}.holder and m.agent = ${row}.agent and ${inForce('m')})`;
