import { z } from 'zod';

const webhook = z.object({
  type: z.string(),
  data: z.object({
    postingId: z.string(),
    offerId: z.string().optional(),
    version: z.int(),
    offer: z.object({ title: z.string().optional() }).loose().nullish(),
  }),
});

export interface ShownAd {
  readonly postingId: string;
  readonly offerId: string | undefined;
  readonly version: number;
  readonly title: string | undefined;
}

interface Known {
  readonly version: number;
  readonly shown: ShownAd | undefined;
}

const MOST = 20_000;

/**
 * What a partner's site shows: it follows the webhooks it accepted, the highest version of a posting wins. It believes
 * everyone and checks no signature: verifying is what a real portal and our tests do.
 */
export class ShownAds {
  private readonly known = new Map<string, Known>();

  accept(body: string): void {
    const event = webhook.safeParse(jsonOf(body));
    if (!event.success) return;
    const { type, data } = event.data;
    const { postingId, offerId, version, offer } = data;
    if (version <= (this.known.get(postingId)?.version ?? -1)) return;
    const shows = type === 'offer.published' || type === 'offer.updated';
    if (!shows && type !== 'offer.removed') return;
    this.known.delete(postingId);
    this.known.set(postingId, {
      version,
      shown: shows ? { postingId, offerId, version, title: offer?.title } : undefined,
    });
    const [oldest] = this.known.keys();
    if (this.known.size > MOST && oldest !== undefined) this.known.delete(oldest);
  }

  list(): ShownAd[] {
    return [...this.known.values()].flatMap(({ shown }) => (shown === undefined ? [] : [shown]));
  }

  clear(): void {
    this.known.clear();
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
