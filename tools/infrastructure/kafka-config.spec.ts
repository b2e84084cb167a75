import { brokerProperties } from './kafka-config.ts';

const config = {
  nodeId: 2,
  dataDir: '/data',
  port: 9092,
  controllerPort: 9093,
  voters: [
    { nodeId: 1, port: 7001 },
    { nodeId: 2, port: 9093 },
  ],
  replication: 3,
  minInSync: 2,
};

describe('the settings of a broker', () => {
  const lines = brokerProperties(config).split('\n');

  it('listen on loopback only', () => {
    expect(lines).toContain('listeners=PLAINTEXT://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093');
    expect(lines.filter((line) => /0\.0\.0\.0|=:\d/.test(line))).toEqual([]);
  });

  it('name every controller of the cluster', () =>
    expect(lines).toContain('controller.quorum.voters=1@127.0.0.1:7001,2@127.0.0.1:9093'));

  it('make no topic by mistake and elect no leader that lags', () => {
    expect(lines).toContain('auto.create.topics.enable=false');
    expect(lines).toContain('unclean.leader.election.enable=false');
  });

  it('copy the internal topics as often as any', () => {
    expect(lines).toContain('offsets.topic.replication.factor=3');
    expect(lines).toContain('min.insync.replicas=2');
  });

  it('give way to what the caller sets', () => {
    const overridden = brokerProperties({
      ...config,
      overrides: { 'min.insync.replicas': '1', 'log.cleaner.backoff.ms': '200' },
    });
    expect(overridden.split('\n')).toContain('min.insync.replicas=1');
    expect(overridden).not.toContain('min.insync.replicas=2');
    expect(overridden.split('\n')).toContain('log.cleaner.backoff.ms=200');
  });
});
