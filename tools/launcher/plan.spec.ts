import { createServer } from 'node:net';
import { anyFreePort } from '../infrastructure/free-port.ts';
import { services } from '../services.ts';
import { makePlan, type Plan } from './plan.ts';

const one = [{ name: 'publisher', lanes: [] }];
const portsOf = ({ processes, ...base }: Plan) => [
  ...processes.map(({ port }) => port),
  base.brokerPort,
  base.controllerPort,
  base.databasePort,
];

describe('the ports of a system', () => {
  it('are all different', async () => {
    const ports = portsOf(await makePlan(services, { portBase: 0, publishers: one }));
    expect(new Set(ports).size).toBe(services.length + 3);
  });

  it('are in a row from the one that was asked for', async () => {
    const base = 42_000;
    const ports = portsOf(await makePlan(services, { portBase: base, publishers: one }));
    expect(Math.min(...ports)).toBeGreaterThanOrEqual(base);
    expect(ports).toEqual([...ports].sort((a, b) => a - b));
  });

  it('go on to the next free one when somebody has the usual one', async () => {
    const taken = await anyFreePort();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(taken, '127.0.0.1', resolve));
    const [web] = services;
    const plan = await makePlan(web === undefined ? [] : [{ ...web, port: taken }], {
      portBase: undefined,
      publishers: one,
    });
    server.close();
    expect(plan.processes[0]?.port).toBeGreaterThan(taken);
  });
});

it('gives each publisher a process of its own', async () => {
  const publishers = [
    { name: 'publisher-a', lanes: ['x'] },
    { name: 'publisher-b', lanes: ['y', 'z'] },
  ];
  const { processes } = await makePlan(services, { portBase: 0, publishers });
  const planned = processes.filter(({ service }) => service.name === 'publisher');
  expect(planned.map(({ name, lanes }) => [name, lanes])).toEqual([
    ['publisher-a', ['x']],
    ['publisher-b', ['y', 'z']],
  ]);
});
