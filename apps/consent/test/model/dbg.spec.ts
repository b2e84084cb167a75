import { follow, schedules } from './commands.js';
import { sound } from './parts.js';
import { MemoryGate } from './memory-gate.js';
import { World } from './world.js';
import fc from 'fast-check';
const c = {};
const bump = (k) => { c[k] = (c[k] ?? 0) + 1; };
class G extends MemoryGate {
  async open(permits, at) { const f = await super.open(permits, at); for (const p of permits) bump(`${p.content.kind} ${f.get(p.permit)}`); return f; }
  async postings(i) { const r = await super.postings(i); for (const x of i) bump(`asked ${x.kind} ${[...r.values()][0]?.wanted} ${[...r.values()][0]?.version === x.version}`); return r;}
}
it('d', async () => {
  let n=0, len=0;
  const r = await fc.check(fc.asyncProperty(schedules, async (c) => { n++; len += c.length; const w = new World({ ...sound, gate: (tx, db, mode) => new G(tx, db, mode) }); const a = w.publishers.attempt.bind(w.publishers); w.publishers.attempt = (at, o, p, course) => { bump(`attempt ${w.publishers.wantedOf(o,p)?.wanted} ${w.publishers.processes[at].session !== undefined}`); return a(at, o, p, course); }; await follow(w, c); }), { seed: 1, numRuns: 1000 });
  console.log(n, len/n, c);
});
