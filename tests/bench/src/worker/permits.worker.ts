import type { PermitItem } from '@accord/contracts/internal/permits';
import { z } from 'zod';

import { ProtocolUnderTest } from '../../../../apps/consent/test/protocol-under-test.js';
import { partners } from '../../../../apps/consent/test/partner-facts.js';
import { cpuOf } from '../world/usage.js';
import { askPermits } from './permits.calls.js';
import { on, serve } from './serve.js';

const BATCH = 100;
/** Batches until the code is compiled, the plans are made, and each posting has its proof, which is signed once. */
const WARM_UP = 60;

serve(
  on(askPermits, async ({ adminUrl, batches }) => {
    const protocol = await ProtocolUnderTest.start(adminUrl);
    try {
      const postings = await postingsOnShow(protocol);
      const session = await protocol.session();
      for (let batch = 0; batch < WARM_UP; batch += 1) await askAndClose(protocol, session, postings);
      const began = await used(protocol);
      for (let batch = 0; batch < batches; batch += 1) await askAndClose(protocol, session, postings);
      const ended = await used(protocol);
      const permits = batches * BATCH;
      return {
        permits,
        processUs: (ended.processUs - began.processUs) / permits,
        databaseUs: (ended.databaseUs - began.databaseUs) / permits,
      };
    } finally {
      await protocol.stop();
    }
  }),
);

/** As many as a batch has, each of an offer of its own, under one agreement. */
async function postingsOnShow(protocol: ProtocolUnderTest): Promise<PermitItem[]> {
  const [partner] = partners;
  if (partner === undefined) throw new Error('there is no portal');
  await protocol.clause({});
  const offers: string[] = [];
  for (let count = 0; count < BATCH; count += 1) offers.push(await protocol.offerOnShow());
  return Promise.all(offers.map((offer) => protocol.item(offer, partner.partner)));
}

async function askAndClose(protocol: ProtocolUnderTest, session: string, postings: readonly PermitItem[]) {
  const items = postings.map((posting) => ({ ...posting, attempt: crypto.randomUUID() }));
  const answers = await protocol.asked(session, ...items);
  const refused = answers.find(({ answer }) => answer !== 'permit');
  if (refused !== undefined) throw new Error(`no permit was given: ${JSON.stringify(refused)}`);
  await protocol.close(session, ...items.map(({ attempt }) => attempt));
}

const pids = z.array(z.object({ pid: z.int() }));

async function used({ db }: ProtocolUnderTest): Promise<{ processUs: number; databaseUs: number }> {
  const backends: unknown = await db.query(
    `select pid from pg_stat_activity where application_name = current_setting('application_name')`,
  );
  const { user, system } = process.cpuUsage();
  const databaseUs = pids.parse(backends).reduce((sum, { pid }) => sum + cpuOf(pid) * 1e6, 0);
  return { processUs: user + system, databaseUs };
}
