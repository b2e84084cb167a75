import { z } from 'zod';

const client = z.object({ id: z.string(), secret: z.string(), subject: z.string() });
const clientName = z.enum(['employer', 'employer2', 'moderator', 'partner', 'partner2', 'operator', 'jobseeker']);
export type ClientName = z.infer<typeof clientName>;

/** `var/run.json` as API.md promises it. */
export const runFile = z.object({
  gateway: z.url(),
  issuer: z.url(),
  jwks: z.url(),
  services: z.record(z.string(), z.url()),
  kafka: z.string(),
  database: z.string(),
  clients: z.record(clientName, client),
  sandboxPartners: z.array(z.object({ id: z.string(), endpoint: z.url(), inbox: z.url() })),
});
export type RunFile = z.infer<typeof runFile>;

/** `var/pids.json`: name → process. */
export const pidsFile = z.record(z.string(), z.object({ pid: z.int(), startTime: z.union([z.string(), z.int()]) }));
export type Pids = z.infer<typeof pidsFile>;
