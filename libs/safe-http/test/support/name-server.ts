import { createSocket, type Socket } from 'node:dgram';
import { type Answer, decode, encode, type Packet } from 'dns-packet';
import { afterwards } from './cleanup.js';

export interface Lookup {
  readonly name: string;
  readonly type: string;
  /** How often this name and type were asked for before. */
  readonly before: number;
}

/** `silence` answers nothing, ever. */
export type Zone = (
  lookup: Lookup,
) => { answers?: Answer[]; rcode?: 'NXDOMAIN' | 'SERVFAIL'; delayMs?: number } | 'silence';

const rcodes = { NXDOMAIN: 3, SERVFAIL: 2 };

/** An authoritative name server that says what the test wants it to say. */
export class NameServer {
  readonly asked: Lookup[] = [];
  readonly #late = new Set<NodeJS.Timeout>();

  private constructor(
    private readonly socket: Socket,
    private readonly zone: Zone,
  ) {}

  static async open(zone: Zone): Promise<NameServer> {
    const socket = createSocket('udp4');
    const server = new NameServer(socket, zone);
    socket.on('message', (message, peer) =>
      server.#answer(decode(message), (reply) => socket.send(reply, peer.port, peer.address)),
    );
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
    afterwards(async () => {
      for (const timer of server.#late) clearTimeout(timer);
      socket.close();
    });
    return server;
  }

  get address(): string {
    return `127.0.0.1:${this.socket.address().port}`;
  }

  #answer(query: Packet, send: (reply: Buffer) => void): void {
    const question = query.questions?.[0];
    if (!question) return;
    const { name, type } = question;
    const before = this.asked.filter((other) => other.name === name && other.type === type).length;
    this.asked.push({ name, type, before });
    const said = this.zone({ name, type, before });
    if (said === 'silence') return;
    const { answers = [], rcode, delayMs = 0 } = said;
    const flags = rcode ? rcodes[rcode] : 0;
    const reply = encode({ type: 'response', id: query.id, flags, questions: [question], answers });
    this.#late.add(setTimeout(() => send(reply), delayMs));
  }
}

/** A zone in which every name has these addresses. */
export function hostAt(...addresses: string[]): Zone {
  return ({ name, type }) => ({ answers: addresses.flatMap((data) => recordOf(name, type, data)) });
}

export function recordOf(name: string, type: string, data: string, ttl = 0): Answer[] {
  const family = data.includes(':') ? 'AAAA' : 'A';
  return family === type ? [{ name, type: family, ttl, data }] : [];
}
