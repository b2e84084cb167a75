import ensureInstall from './ensure-install.cjs';

const { whatIsMissing, withoutNpm, lockStamp } = ensureInstall;

type Answers = Readonly<Record<string, string>>;
const modern = { java: 'openjdk version "21.0.2" 2024-01-16', mvn: 'Apache Maven 3.8.7' };

interface Machine {
  readonly nodeVersion?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly answers?: Answers;
  readonly jarsAreThere?: boolean;
}

const missing = ({ nodeVersion = 'v20.1.0', env = {}, answers = modern, jarsAreThere = false }: Machine) =>
  whatIsMissing({ nodeVersion, env, jarsAreThere, run: (command: string) => answers[command] });

describe('what has to be installed by hand', () => {
  it('is nothing on a machine with Node 20, a JDK 17 and Maven', () => {
    expect(missing({ answers: { ...modern, java: 'openjdk version "17" 2021-09-14' } })).toBeUndefined();
  });

  it.each([
    [
      'an old Node',
      { nodeVersion: 'v18.19.0' },
      'Accord needs Node.js 20 or newer to start from, and this is v18.19.0: install it from https://nodejs.org.',
    ],
    [
      'no Java',
      { answers: {} },
      'Apache Kafka, which runs unless KAFKA_BROKERS names a broker, needs a JDK 17 or newer: install one (Debian: apt-get install openjdk-17-jre-headless).',
    ],
    [
      'Java 8',
      { answers: { ...modern, java: 'java version "1.8.0_392"' } },
      'Apache Kafka, which runs unless KAFKA_BROKERS names a broker, needs a JDK 17 or newer, and this is 1.8.0_392: install one, or set JAVA_HOME to it.',
    ],
    [
      'Java 11',
      { answers: { ...modern, java: 'openjdk version "11.0.21" 2023-10-17' } },
      'Apache Kafka, which runs unless KAFKA_BROKERS names a broker, needs a JDK 17 or newer, and this is 11.0.21: install one, or set JAVA_HOME to it.',
    ],
    [
      'no Maven',
      { answers: { java: modern.java } },
      'Apache Kafka, which runs unless KAFKA_BROKERS names a broker, needs Maven, to fetch it the first time: install it (Debian: apt-get install maven).',
    ],
  ])('is said in one sentence: %s', (_what, machine, sentence) => expect(missing(machine)).toBe(sentence));

  it('is neither Java nor Maven where a broker is given', () => {
    expect(missing({ env: { KAFKA_BROKERS: 'kafka:9092' }, answers: {} })).toBeUndefined();
  });

  it('is no Maven once Kafka was fetched', () => {
    expect(missing({ answers: { java: modern.java }, jarsAreThere: true })).toBeUndefined();
  });

  it('is looked for in JAVA_HOME where it is set', () => {
    const answers = { '/opt/jdk/bin/java': modern.java, mvn: modern.mvn };
    expect(missing({ env: { JAVA_HOME: '/opt/jdk' }, answers })).toBeUndefined();
  });
});

describe('installing', () => {
  it('does not pass on what npm told its script', () => {
    const env = {
      PATH: '/bin',
      npm_config_registry: 'r',
      npm_config_omit: 'dev',
      npm_lifecycle_event: 'prestart',
      npm_execpath: 'x',
    };
    expect(withoutNpm(env)).toEqual({ PATH: '/bin', npm_config_registry: 'r' });
  });

  it('happens again when the lock is another', () => expect(lockStamp('a')).not.toBe(lockStamp('b')));
});
