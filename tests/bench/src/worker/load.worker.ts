import { setTimeout as delay } from 'node:timers/promises';

import { nowUs } from './clock.js';
import { Flood } from './flood.js';
import { allow, endFlood, flood, importOffers, pace } from './load.calls.js';
import { offerBody } from './offer-body.js';
import { sendImport } from './send-import.js';
import { on, serve } from './serve.js';
import { Submitter } from './submitter.js';

let flooding: { readonly flood: Flood; readonly submitter: Submitter } | undefined;

serve(
  on(pace, async ({ url, token, siret, from, today, dueMs }) => {
    const bodies = dueMs.map((_, at) => offerBody(siret, from + at, today));
    const submitter = new Submitter(url, token, 64);
    const began = nowUs();
    const answers = await Promise.all(
      dueMs.map(async (due, at) => {
        const dueUs = began + Math.round(due * 1_000);
        await delay(Math.max(0, due - (nowUs() - began) / 1_000));
        return submitter.submit(bodies[at] ?? '', dueUs);
      }),
    );
    await submitter.close();
    return { accepted: answers.filter((answer) => answer !== undefined), errors: submitter.failures.all };
  }),

  on(flood, ({ url, token, siret, from, today, atOnce }) => {
    const submitter = new Submitter(url, token, atOnce);
    flooding = { submitter, flood: new Flood(submitter, (at) => offerBody(siret, from + at, today), atOnce) };
  }),
  on(allow, ({ total }) => flooding?.flood.allow(total) ?? { sent: 0, accepted: 0 }),
  on(endFlood, async () => {
    const accepted = (await flooding?.flood.end()) ?? 0;
    await flooding?.submitter.close();
    return { accepted, errors: flooding?.submitter.failures.all ?? { count: 0, first: [] } };
  }),

  on(importOffers, ({ url, token, siret, from, today, count }) =>
    sendImport({ url, token, records: Array.from({ length: count }, (_, at) => offerBody(siret, from + at, today)) }),
  ),
);
