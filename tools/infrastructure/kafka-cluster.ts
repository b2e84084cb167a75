import { join } from 'node:path';
import { anyFreePort } from './free-port.ts';
import { launchKafkaBroker, newClusterId, type BrokerOptions, type KafkaBroker } from './kafka-broker.ts';

/** Three brokers on loopback: every topic three times, and two copies needed for an acknowledgement. */
export interface KafkaCluster {
  /** host:port of all three, separated by commas. */
  readonly brokers: string;
  readonly nodes: readonly KafkaBroker[];
  /** The broker of this node id, as kafkajs' metadata names leaders. */
  node(nodeId: number): KafkaBroker;
  stop(): Promise<void>;
}

const nodeIds = [1, 2, 3] as const;

/** @param options `dir` holds one folder a broker; ports are chosen */
export async function startKafkaCluster(
  options: Omit<BrokerOptions, 'port' | 'controllerPort'>,
): Promise<KafkaCluster> {
  const ports = await choosePorts(nodeIds.length * 2);
  const voters = nodeIds.map((nodeId, index) => ({ nodeId, port: ports[index * 2] ?? 0 }));
  const place = { clusterId: newClusterId(), voters, replication: 3, minInSync: 2 };
  const nodes = await Promise.all(
    nodeIds.map((nodeId, index) => {
      const own = {
        dir: join(options.dir, `broker-${nodeId}`),
        controllerPort: ports[index * 2],
        port: ports[index * 2 + 1],
      };
      return launchKafkaBroker({ ...options, ...own }, { ...place, nodeId });
    }),
  );
  try {
    await Promise.all(nodes.map((node) => node.ready()));
  } catch (error) {
    await Promise.all(nodes.map((node) => node.kill()));
    throw error;
  }
  return {
    brokers: nodes.map((node) => node.brokers).join(','),
    nodes,
    node: (nodeId) => byId(nodes, nodeId),
    stop: async () => void (await Promise.all(nodes.map((node) => node.stop()))),
  };
}

function byId(nodes: readonly KafkaBroker[], nodeId: number): KafkaBroker {
  const found = nodes.find((node) => node.nodeId === nodeId);
  if (found === undefined) throw new Error(`This cluster has no broker ${nodeId}.`);
  return found;
}

async function choosePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await anyFreePort(ports));
  return [...ports];
}
