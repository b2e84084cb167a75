// Runs before `npm start` and `npm test`, on whatever Node the machine has: no dependency, no syntax newer than Node 20.
// Says in one sentence what to install by hand, and installs the rest: exactly what package-lock.json names, once a lock.
const { spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const stamp = join(root, 'node_modules/.accord-lock.sha256');
const kafkaJars = join(root, 'deploy/kafka/libs/.pom.sha256');

const ownBroker = 'Apache Kafka, which runs unless KAFKA_BROKERS names a broker, needs';

/** The one sentence that says what is missing, or nothing. `run` answers what a command prints, or undefined. */
function whatIsMissing({ nodeVersion, env, run, jarsAreThere }) {
  if (major(nodeVersion) < 20)
    return `Accord needs Node.js 20 or newer to start from, and this is ${nodeVersion}: install it from https://nodejs.org.`;
  if (env.KAFKA_BROKERS) return undefined;
  const java = run(env.JAVA_HOME ? join(env.JAVA_HOME, 'bin', 'java') : 'java', ['-version']);
  if (java === undefined)
    return `${ownBroker} a JDK 17 or newer: install one (Debian: apt-get install openjdk-17-jre-headless).`;
  const version = /version "([^"]+)"/.exec(java)?.[1] ?? 'unknown';
  if (major(version) < 17)
    return `${ownBroker} a JDK 17 or newer, and this is ${version}: install one, or set JAVA_HOME to it.`;
  if (!jarsAreThere && run('mvn', ['--version']) === undefined) {
    return `${ownBroker} Maven, to fetch it the first time: install it (Debian: apt-get install maven).`;
  }
  return undefined;
}

/** 24 of v24.1.0, 17 of 17.0.15. */
function major(version) {
  return Number(/^v?(\d+)/.exec(version)?.[1] ?? 0);
}

/** Without what npm tells its scripts: it would say it again to the npm that we start, as options of its own. */
function withoutNpm(env) {
  const told =
    /^npm_(config_(?!cache|registry|userconfig|globalconfig)|package_|lifecycle|command|execpath|node_execpath)/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !told.test(name)));
}

function lockStamp(lock) {
  return createHash('sha256').update(lock).digest('hex');
}

/** @returns what the command prints on both outputs; undefined when it cannot be run or fails */
function output(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return status === 0 ? stdout + stderr : undefined;
}

function install() {
  const wanted = lockStamp(readFileSync(join(root, 'package-lock.json')));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return 0;
  const began = Date.now();
  console.log('Installing the packages of package-lock.json (npm ci): a minute or two, once.');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, {
    cwd: root,
    stdio: 'inherit',
    env: withoutNpm(process.env),
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm ci failed, see above: check that this machine reaches the npm registry, then start again.');
    return 1;
  }
  writeFileSync(stamp, wanted);
  console.log(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`);
  return 0;
}

function main() {
  const missing = whatIsMissing({
    nodeVersion: process.version,
    env: process.env,
    run: output,
    jarsAreThere: existsSync(kafkaJars),
  });
  if (missing === undefined) return install();
  console.error(missing);
  return 1;
}

module.exports = { whatIsMissing, withoutNpm, lockStamp };
if (require.main === module) process.exitCode = main();
