/** What one broker of ours is told. All of it listens on loopback only. */
export interface BrokerConfig {
  readonly nodeId: number;
  readonly dataDir: string;
  readonly port: number;
  readonly controllerPort: number;
  /** Every controller of the cluster: node id and port. */
  readonly voters: readonly { readonly nodeId: number; readonly port: number }[];
  readonly replication: number;
  readonly minInSync: number;
  /** Settings of Apache Kafka that win over ours, e.g. `log.cleaner.backoff.ms`. */
  readonly overrides?: Readonly<Record<string, string>>;
}

/** The text of server.properties. */
export function brokerProperties(config: BrokerConfig): string {
  const settings: Record<string, string | number> = {
    ...identity(config),
    ...durability(config),
    ...smallMachine,
    ...config.overrides,
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

function identity({ nodeId, dataDir, port, controllerPort, voters }: BrokerConfig): Record<string, string | number> {
  return {
    'process.roles': 'broker,controller',
    'node.id': nodeId,
    'controller.quorum.voters': voters.map((voter) => `${voter.nodeId}@127.0.0.1:${voter.port}`).join(','),
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': dataDir,
  };
}

/** Topics are made from the contracts, never by a client's typing error; a replica that lags never becomes leader. */
function durability({ replication, minInSync }: BrokerConfig): Record<string, string | number> {
  return {
    'auto.create.topics.enable': 'false',
    'default.replication.factor': replication,
    'offsets.topic.replication.factor': replication,
    'transaction.state.log.replication.factor': replication,
    'share.coordinator.state.topic.replication.factor': replication,
    'min.insync.replicas': minInSync,
    'transaction.state.log.min.isr': minInSync,
    'share.coordinator.state.topic.min.isr': minInSync,
    'unclean.leader.election.enable': 'false',
    'group.initial.rebalance.delay.ms': 0,
    // A killed broker may register again only when its old session is over: 9 s by default.
    'broker.session.timeout.ms': 3000,
    'broker.heartbeat.interval.ms': 500,
  };
}

/** Few threads, few internal partitions, and 16 MiB instead of 128 for the log cleaner: a heap of 256 MiB is enough. */
const smallMachine = {
  'num.partitions': 1,
  'offsets.topic.num.partitions': 4,
  'transaction.state.log.num.partitions': 2,
  'share.coordinator.state.topic.num.partitions': 2,
  'num.network.threads': 2,
  'num.io.threads': 4,
  'background.threads': 2,
  'num.recovery.threads.per.data.dir': 2,
  'log.cleaner.dedupe.buffer.size': 16 * 1024 * 1024,
  'log.message.timestamp.type': 'CreateTime',
  'controlled.shutdown.enable': 'true',
};
