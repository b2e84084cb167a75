import { Exchange, type Line } from './exchange.js';
import { TimerWheel } from './timer-wheel.js';

class RecordedLine implements Line {
  readonly remoteAddress = '192.0.2.1';
  readonly did: string[] = [];
  unsentBytes = 0;
  bury: () => void = () => undefined;

  hold(): void {
    this.did.push('hold');
  }
  release(): void {
    this.did.push('release');
  }
  kill(): Promise<void> {
    this.did.push('kill');
    return new Promise((resolve) => (this.bury = resolve));
  }
}

const wheel = new TimerWheel();

function exchangeOf(): Exchange {
  const destination = {
    origin: 'https://a.example:443',
    secure: true,
    host: { kind: 'name', value: 'a.example' },
    port: 443,
    path: '/',
  } as const;
  const request = { method: 'POST' as const, destination, headers: [], body: Buffer.from('x') };
  return new Exchange(request, { wheel, totalTimeoutMs: 1_000, maxReplyBytes: 100, keepReplyBytes: 10 });
}

async function isSettled(exchange: Exchange): Promise<boolean> {
  return Promise.race([
    exchange.done.then(() => true),
    new Promise<boolean>((resolve) => setImmediate(() => resolve(false))),
  ]);
}

describe('an exchange', () => {
  it('is written at most once, whoever asks', async () => {
    const exchange = exchangeOf();
    exchange.begin(new RecordedLine());
    expect(() => exchange.begin(new RecordedLine())).toThrow('never written twice');
    exchange.fail('reset');
  });

  it('is not written once it is over', async () => {
    const exchange = exchangeOf();
    await exchange.cut('stopped');
    const line = new RecordedLine();
    expect(() => exchange.begin(line)).toThrow('was over');
    expect(line.did).toEqual([]);
  });

  it.each<[string, (exchange: Exchange) => void]>([
    ['a cut', (exchange) => void exchange.cut('stopped')],
    ['an error', (exchange) => exchange.onError(new Error('gone'))],
    ['a reply beyond the cap', (exchange) => exchange.onData(Buffer.alloc(101))],
  ])('is reported after %s only when its socket is dead', async (_what, end) => {
    const [exchange, line] = [exchangeOf(), new RecordedLine()];
    exchange.begin(line);
    exchange.onHead(200, {});
    end(exchange);
    expect([await isSettled(exchange), exchange.over, line.did]).toEqual([false, true, ['hold', 'kill']]);
    line.bury();
    expect(await isSettled(exchange)).toBe(true);
  });

  it('counts no answer while bytes of it are unsent', async () => {
    const [exchange, line] = [exchangeOf(), new RecordedLine()];
    exchange.begin(line);
    line.unsentBytes = 1;
    exchange.onHead(200, {});
    exchange.onEnd();
    line.bury();
    expect(await exchange.done).toMatchObject({ kind: 'failed', reason: 'early-answer', head: { status: 200 } });
    expect(line.did).toEqual(['hold', 'kill']);
  });

  it('ends once: what comes after changes nothing', async () => {
    const [exchange, line] = [exchangeOf(), new RecordedLine()];
    exchange.begin(line);
    exchange.onHead(204, {});
    exchange.onEnd();
    exchange.onError(new Error('late'));
    exchange.onData(Buffer.alloc(1_000));
    await exchange.cut('late');
    expect(await exchange.done).toMatchObject({ kind: 'answered', status: 204, bytesRead: 0 });
    expect(line.did).toEqual(['hold', 'release']);
  });

  it('may go on another connection a few times, if nothing of it was written', async () => {
    const exchange = exchangeOf();
    expect([exchange.mayTryAgain(), exchange.mayTryAgain(), exchange.mayTryAgain()]).toEqual([true, true, false]);
    expect(await exchange.done).toMatchObject({ kind: 'failed', reason: 'reset', sent: 'nothing' });
    const begun = exchangeOf();
    begun.begin(new RecordedLine());
    expect(begun.mayTryAgain()).toBe(false);
    begun.fail('reset');
  });
});
