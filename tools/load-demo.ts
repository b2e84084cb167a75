// What the launcher runs once everything is ready: node tools/load-demo.ts, with DEMO_GATEWAY, DEMO_ISSUER and DEMO_SECRET.
// A process of its own, so that the tables of the composer are given back when it ends. Prints what became of the offers.
import { sandboxClients } from './sandbox-identities.ts';
import { loadDemo } from './demo/demo-load.ts';
import { summaryOf } from './demo/summary.ts';

const { demoDay, demoOffers } = await import('@accord/offer-composer/demo-offers');
const { DEMO_GATEWAY: gateway = '', DEMO_ISSUER: issuer = '', DEMO_SECRET: unitsSecret = '' } = process.env;
const began = performance.now();
/** The README's tour speak for these. */
const leaveOut = Object.values(sandboxClients).map(({ subject }) => subject);
const now = new Date().toISOString().slice(0, 10);
const result = await loadDemo(
  { gateway, issuer, unitsSecret },
  {
    dayFrom: (closesOn) => demoDay(now, closesOn),
    offersOf: (day) => demoOffers({ today: day, leaveOut }),
  },
);
console.log(summaryOf(result, performance.now() - began));
