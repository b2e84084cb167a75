import type { Answered } from '../src/domain/judge-permit.js';
import type { ProtocolUnderTest } from './protocol-under-test.js';
import { Stepper } from './stepper.js';

/** A public portal and a private one. */
export const P = 'emploi-public';
export const Q = 'jobs-prive';

let owners = 0;

/** An offer of an employer of its own, which one clause lets everyone show, and a publisher's session. */
export async function shown(protocol: ProtocolUnderTest, change: Readonly<Record<string, unknown>> = {}) {
  const employer = `1001${String((owners += 1)).padStart(5, '0')}`;
  const offerId = await protocol.offerOnShow(employer);
  const agreement = await protocol.clause(change, [offerId], employer);
  return { employer, offerId, agreement, session: await protocol.session() };
}
export type Shown = Awaited<ReturnType<typeof shown>>;

/** An ask that has gone as far as this call of the gate, and goes on when told. */
export async function askHaltedBefore(
  protocol: ProtocolUnderTest,
  call: string,
  { session, offerId }: Pick<Shown, 'session' | 'offerId'>,
  partner = P,
) {
  const stepper = new Stepper();
  const halt = stepper.haltBefore(call);
  const item = await protocol.item(offerId, partner);
  const asking = protocol.steppedAsk(session, [item], stepper);
  await Promise.race([halt.reached, asking.then(() => Promise.reject(new Error(`it ended before ${call}`)))]);
  return { item, asking, go: halt.go };
}

export const judgedOf = (answers: readonly Answered[]) => answers.map(({ judged }) => judged);
export const answersOf = (answers: readonly Answered[]) => answers.map(({ judged }) => judged.answer);
