import { setTimeout as sleep } from 'node:timers/promises';

/** Where a running system is, and the secret of its sandbox's `unit-…` clients. */
export interface DemoAccess {
  readonly gateway: string;
  readonly issuer: string;
  readonly unitsSecret: string;
}

/** As much of an offer as the loader looks at. */
export interface DemoOffer {
  readonly reference: string;
  readonly employer: { readonly siret: string };
}

/** What is loaded, and how it is dated. */
export interface DemoContent {
  /** The day (yyyy-mm-dd) that offers are counted from, by the closing day of the first of them where it is there already. */
  readonly dayFrom: (closesOn: string | undefined) => string;
  readonly offersOf: (day: string) => readonly DemoOffer[];
}

/** How many offers came to each end; a receipt names one of these. */
export type DemoCounts = Record<'created' | 'revised' | 'unchanged' | 'withdrawn' | 'refused', number>;

export interface DemoResult {
  readonly counts: DemoCounts;
  /** `ARCHIVE-1: /pay/min below the minimum wage`, a line for each refused offer. */
  readonly refusals: readonly string[];
}

interface Receipt {
  readonly reference: string | null;
  readonly status: keyof DemoCounts;
  readonly findings: readonly { readonly pointer?: string; readonly message: { readonly en: string } }[];
}

const ATTEMPTS = 6;
const LONGEST_WAIT_S = 5;
const AT_ONCE = 4;

/**
 * Submits the offers through the public API, as each employer's software would; what is there already stays as it is.
 * @throws Error when the system keeps refusing to answer
 */
export async function loadDemo(access: DemoAccess, content: DemoContent): Promise<DemoResult> {
  const [first] = content.offersOf('2000-01-01');
  const loaded = first === undefined ? undefined : await closingOf(access, first);
  const day = content.dayFrom(loaded);
  const employers = [...Map.groupBy(content.offersOf(day), sirenOf)];
  const receipts: Receipt[] = [];
  const worker = async (): Promise<void> => {
    for (let next = employers.pop(); next !== undefined; next = employers.pop()) {
      receipts.push(...(await submit(access, next[0], next[1])));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return summed(receipts);
}

const sirenOf = ({ employer }: DemoOffer): string => employer.siret.slice(0, 9);

/** The closing day of the offer with this reference, where its employer has one. */
async function closingOf(access: DemoAccess, offer: DemoOffer): Promise<string | undefined> {
  const token = await tokenFor(access, sirenOf(offer));
  const url = `${access.gateway}/v1/offers?reference=${encodeURIComponent(offer.reference)}`;
  const answer = await patiently(() => fetch(url, { headers: { authorization: `Bearer ${token}` } }));
  const { items }: { items: { closesOn: string }[] } = JSON.parse(answer);
  return items[0]?.closesOn;
}

async function tokenFor({ issuer, unitsSecret }: DemoAccess, siren: string): Promise<string> {
  const credentials = Buffer.from(`unit-${siren}:${unitsSecret}`).toString('base64');
  const answer = await patiently(() =>
    fetch(`${issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${credentials}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    }),
  );
  const { access_token: token }: { access_token: string } = JSON.parse(answer);
  return token;
}

/** One employer's offers in one request; sending them again is safe, since references are the employer's keys. */
async function submit(access: DemoAccess, siren: string, offers: readonly DemoOffer[]): Promise<Receipt[]> {
  const token = await tokenFor(access, siren);
  const body = offers.map((offer) => `${JSON.stringify(offer)}\n`).join('');
  const answer = await patiently(() =>
    fetch(`${access.gateway}/v1/offers/bulk`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
      body,
    }),
  );
  const receipts: Receipt[] = JSON.parse(`[${answer.trimEnd().replaceAll('\n', ',')}]`);
  return receipts;
}

/** The body of a good answer. Asks again while the system is busy, not reachable yet, or breaks its answer off. */
async function patiently(ask: () => Promise<Response>): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask()
      .then(async (response) => ({ response, body: await response.text() }))
      .catch((error: unknown) => ({ error }));
    if (!('error' in answer) && answer.response.ok) return answer.body;
    const final = !('error' in answer) && answer.response.status < 500 && answer.response.status !== 429;
    if (final || attempt === ATTEMPTS) throw new Error(problemOf(answer), { cause: 'error' in answer && answer.error });
    const asked = 'error' in answer ? attempt : Number(answer.response.headers.get('retry-after') ?? attempt);
    await sleep(Math.min(asked, LONGEST_WAIT_S) * 1_000);
  }
}

function problemOf(answer: { error: unknown } | { response: Response; body: string }): string {
  if ('error' in answer) return `not reachable: ${String(answer.error)}`;
  return `${answer.response.url} answered ${answer.response.status}: ${answer.body.slice(0, 300)}`;
}

function summed(receipts: readonly Receipt[]): DemoResult {
  const counts = { created: 0, revised: 0, unchanged: 0, withdrawn: 0, refused: 0 };
  for (const { status } of receipts) counts[status] += 1;
  const refused = receipts.filter(({ status }) => status === 'refused');
  return {
    counts,
    refusals: refused.map(({ reference, findings }) => `${reference}: ${findings.map(said).join('; ')}`),
  };
}

const said = ({ pointer, message }: Receipt['findings'][number]): string => `${pointer ?? ''} ${message.en}`.trim();
