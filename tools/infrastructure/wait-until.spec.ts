import { accepts, waitUntil } from './wait-until.ts';
import { anyFreePort } from './free-port.ts';

describe('waiting', () => {
  it('ends when the condition holds', async () => {
    let looks = 0;
    await waitUntil('three looks', async () => (looks += 1) === 3, { timeoutMs: 5000, everyMs: 1 });
    expect(looks).toBe(3);
  });

  it('says in vain for what', async () => {
    const wait = waitUntil('rain', async () => false, { timeoutMs: 20, everyMs: 5 });
    await expect(wait).rejects.toThrow('Waited 0.02 s in vain for rain.');
  });

  it('ends early with a reason', async () => {
    const wait = waitUntil('rain', async () => false, { timeoutMs: 60_000, giveUp: () => 'It is a desert.' });
    await expect(wait).rejects.toThrow('It is a desert.');
  });

  it('sees that nobody accepts connections', async () => expect(await accepts(await anyFreePort())).toBe(false));
});
