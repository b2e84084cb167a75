import { z } from 'zod';

import { defineCall } from './call.js';

const partner = z.int().min(0);

/** How a portal answers: at once, after a while, or never. */
const behaviour = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ok') }),
  z.object({ kind: z.literal('slow'), ms: z.int() }),
  z.object({ kind: z.literal('silent') }),
]);
export type Behaviour = z.infer<typeof behaviour>;

/** One webhook with an offer: which portal, which offer, when its first byte was there. */
const receipt = z.tuple([partner, z.string(), z.number()]);
export type Receipt = z.infer<typeof receipt>;

/** Opens so many portals that answer 204 and remember when what came. */
export const listen = defineCall({
  name: 'listen',
  args: z.object({ portals: z.int() }),
  result: z.array(z.url()),
});
export const behave = defineCall({ name: 'behave', args: z.object({ partner, behaviour }), result: z.void() });
/** How many offers came since the last `take`, to all. */
export const count = defineCall({ name: 'count', args: z.void(), result: z.int() });
/** How many removals came, to all portals, since they listen; and when the last of them did, in microseconds. */
export const removals = defineCall({
  name: 'removals',
  args: z.void(),
  result: z.object({ count: z.int(), lastUs: z.number() }),
});
/** All that came since the last call. */
export const take = defineCall({ name: 'take', args: z.void(), result: z.array(receipt) });
