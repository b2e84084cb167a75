import { anyFreePort, nextFreePort } from '../infrastructure/free-port.ts';
import type { ServiceDefinition } from '../services.ts';
import type { LauncherOptions, PublisherInstance } from './options.ts';

/** One process to run: a service, or one of several publishers. */
export interface PlannedProcess {
  readonly name: string;
  readonly service: ServiceDefinition;
  readonly port: number;
  readonly lanes: readonly string[];
}

export interface Plan {
  readonly processes: readonly PlannedProcess[];
  readonly brokerPort: number;
  readonly controllerPort: number;
  readonly databasePort: number;
}

// Not PostgreSQL's and Kafka's usual ports: theirs are often taken, and nobody should mistake ours for another's.
const BROKER_PORT = 19_192;
const DATABASE_PORT = 15_432;

/** Chooses every port once, before anything starts: each process is told where the others are. */
export async function makePlan(
  services: readonly ServiceDefinition[],
  options: Pick<LauncherOptions, 'portBase' | 'publishers'>,
): Promise<Plan> {
  const choose = portChooser(options.portBase);
  const processes: PlannedProcess[] = [];
  for (const wanted of services.flatMap((service) => instancesOf(service, options.publishers))) {
    processes.push({ ...wanted, port: await choose(wanted.service.port) });
  }
  const brokerPort = await choose(BROKER_PORT);
  const controllerPort = await choose(BROKER_PORT + 1);
  return { processes, brokerPort, controllerPort, databasePort: await choose(DATABASE_PORT) };
}

function instancesOf(service: ServiceDefinition, publishers: readonly PublisherInstance[]) {
  if (service.name !== 'publisher') return [{ name: service.name, service, lanes: [] }];
  return publishers.map(({ name, lanes }) => ({ name, service, lanes }));
}

/** Undefined: the usual port or the next free one. 0: any free one. Else a row of ports from that one on. */
function portChooser(base: number | undefined): (usual: number) => Promise<number> {
  const promised = new Set<number>();
  let next = base ?? 0;
  return async (usual) => {
    const port =
      base === 0 ? await anyFreePort(promised) : await nextFreePort(base === undefined ? usual : next, promised);
    if (base !== undefined) next = port + 1;
    promised.add(port);
    return port;
  };
}
