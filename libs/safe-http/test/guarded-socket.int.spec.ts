import { eventually } from '@accord/testing/eventually';
import { GuardedSocket } from '../src/guarded-socket.js';
import { openSink } from './support/cleanup.js';
import { silent, type Sink, type Visit } from './support/sink.js';

async function connectTo(sink: Sink): Promise<GuardedSocket> {
  const socket = new GuardedSocket();
  socket.connect({ host: sink.host, port: sink.port });
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  await eventually(() => expect(sink.visits).toHaveLength(1));
  return socket;
}

const ending = (visit: Visit): void => void visit.socket.end();

describe('a socket that is held', () => {
  it('ends in a reset, even by a plain destroy, and keeps the error it was given', async () => {
    const sink = await openSink(silent);
    const socket = await connectTo(sink);
    const errors: unknown[] = [];
    socket.on('error', (error) => errors.push(error));
    socket.hold();
    const why = new Error('the client above gave up');
    socket.destroy(why);
    await socket.dead;
    expect(errors).toEqual([why]);
    await eventually(() => expect(sink.visits[0]?.ended).toBe('reset'));
  });

  it('does not begin to close because the other side did: a closing socket could not be reset', async () => {
    const sink = await openSink(ending);
    const socket = await connectTo(sink);
    socket.hold();
    socket.resume();
    await new Promise<void>((resolve) => socket.once('end', () => resolve()));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect([socket.destroyed, socket.writable]).toEqual([false, true]);
    await socket.kill();
    await eventually(() => expect(sink.visits[0]?.ended).toBe('reset'));
  });
});

describe('a socket that is not held', () => {
  it.each<[string, (socket: GuardedSocket) => void]>([
    ['never', () => undefined],
    ['no longer', (socket) => (socket.hold(), socket.release())],
  ])('(%s) ends politely', async (_what, before) => {
    const sink = await openSink(silent);
    const socket = await connectTo(sink);
    before(socket);
    socket.destroy();
    await socket.dead;
    await eventually(() => expect(sink.visits[0]?.ended).toBe('closed'));
  });

  it('is killed all the same, once or twice', async () => {
    const sink = await openSink(silent);
    const socket = await connectTo(sink);
    await Promise.all([socket.kill(), socket.kill()]);
    await socket.kill();
    await eventually(() => expect(sink.visits[0]?.ended).toBe('reset'));
  });

  it('may be given up before it is connected', async () => {
    const socket = new GuardedSocket();
    socket.connect({ host: '127.0.0.1', port: 9 });
    await socket.kill();
    expect(socket.destroyed).toBe(true);
  });
});
