import { urlOf, type SystemFacts } from './environment.ts';

/** The last words of a start: what to open. */
export function pagesOf(facts: SystemFacts, seconds: number): string {
  const web = urlOf(facts, 'web');
  const documented = facts.processes.filter(({ service }) => service.schema);
  return [
    '',
    `Accord is ready (${seconds.toFixed(1)} s). Open:`,
    `  ${web}  the front door: every call of /v1`,
    ...documented.map(({ name }) => `  ${urlOf(facts, name)}/docs  ${name}`),
    `  ${urlOf(facts, 'sandbox')}  log in and partner portals to try with`,
    '',
    `Clients, secrets and addresses: ${facts.layout.run}. Logs: ${facts.layout.logs}. Ctrl-C stops everything and keeps the data.`,
  ].join('\n');
}
