import { z } from 'zod';

import { defineCall } from './call.js';

const gateway = { url: z.url(), token: z.string() };
/** Which offers: composed from `from` on, of one establishment. */
const offers = { siret: z.string(), from: z.int(), today: z.iso.date() };

/** What went wrong, some of it in words. */
export const errors = z.object({ count: z.int(), first: z.array(z.string()) });
export type Errors = z.infer<typeof errors>;

/** One offer that was accepted: its id, when it was due, sent and answered 201 (microseconds of the host's clock). */
const accepted = z.tuple([z.string(), z.number(), z.number(), z.number()]);
export type Accepted = z.infer<typeof accepted>;

/** Sends at these moments, whether or not earlier requests are answered; ends when all are. */
export const pace = defineCall({
  name: 'pace',
  args: z.object({ ...gateway, ...offers, dueMs: z.array(z.number()) }),
  result: z.object({ accepted: z.array(accepted), errors }),
});

/** Begins to send, so many requests at once, as far as it is allowed to. */
export const flood = defineCall({
  name: 'flood',
  args: z.object({ ...gateway, ...offers, atOnce: z.int() }),
  result: z.void(),
});
/** So many in all may be sent now. */
export const allow = defineCall({
  name: 'allow',
  args: z.object({ total: z.int() }),
  result: z.object({ sent: z.int(), accepted: z.int() }),
});
/** Sends no more, and waits for the answers. */
export const endFlood = defineCall({
  name: 'endFlood',
  args: z.void(),
  result: z.object({ accepted: z.int(), errors }),
});

/** Sends one import of so many offers. */
export const importOffers = defineCall({
  name: 'importOffers',
  args: z.object({ ...gateway, ...offers, count: z.int() }),
  result: z.object({ created: z.int(), beganUs: z.number(), endedUs: z.number(), errors }),
});
