import { Problem } from './problem.js';
import { addressBlock, RateLimits } from './rate-limit.js';

const limits = () => new RateLimits({ RATE_LIMIT_SUBJECT: 3, RATE_LIMIT_ADDRESS: 2 });

describe('a budget of requests', () => {
  it('runs out, and says for how long', async () => {
    const ours = limits();
    expect(await ours.ofSubject('employer:1')).toMatchObject({ limit: 3, remaining: 2 });
    await ours.ofSubject('employer:1', 2);
    const refusal = await ours.ofSubject('employer:1').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Problem);
    expect(refusal).toMatchObject({ status: 429, headers: { 'ratelimit-remaining': '0' } });
    expect(Number(Reflect.get(Reflect.get(Object(refusal), 'headers'), 'retry-after'))).toBeGreaterThan(50);
  });

  it('is each sender’s own', async () => {
    const ours = limits();
    await ours.ofSubject('employer:1', 3);
    expect(await ours.ofSubject('employer:2')).toMatchObject({ remaining: 2 });
    expect(await ours.ofAddress('192.0.2.1')).toMatchObject({ limit: 2, remaining: 1 });
  });

  it('is shared by the addresses of one IPv6 network', async () => {
    const ours = limits();
    await ours.ofAddress('2001:db8:1:2::1', 2);
    await expect(ours.ofAddress('2001:db8:1:2:ffff:ffff:ffff:ffff')).rejects.toBeInstanceOf(Problem);
  });
});

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('%s counts as %s', (address, block) => expect(addressBlock(address)).toBe(block));
