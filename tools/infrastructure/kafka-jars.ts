import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { workspaceRoot } from './paths.ts';

const folder = join(workspaceRoot, 'deploy/kafka');
const libs = join(folder, 'libs');
const stamp = join(libs, '.pom.sha256');
/** Three brokers that start together fetch once. */
let fetching: Promise<void> | undefined;

/**
 * The class path of Apache Kafka: the jars that deploy/kafka/pom.xml pins, fetched by Maven the first time and kept.
 * @param say told once, before something is fetched
 * @throws Error when Maven cannot fetch them
 */
export async function kafkaClassPath(say: (line: string) => void = () => undefined): Promise<string> {
  const wanted = createHash('sha256')
    .update(readFileSync(join(folder, 'pom.xml')))
    .digest('hex');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    if (fetching === undefined) say('fetching Apache Kafka with Maven (43 MB, once)');
    fetching ??= fetchJars(wanted);
    await fetching;
  }
  return join(libs, '*');
}

/** The java of JAVA_HOME, else the one on the path. */
export function javaCommand(env: NodeJS.ProcessEnv = process.env): string {
  const home = env['JAVA_HOME'];
  return home === undefined || home === '' ? 'java' : join(home, 'bin/java');
}

/** Fetches beside and moves into place in one step: two that start at once, or an interrupted one, leave no half class path. */
async function fetchJars(wanted: string): Promise<void> {
  const fetched = mkdtempSync(join(folder, '.fetching-'));
  try {
    await runMaven(fetched);
    writeFileSync(join(fetched, '.pom.sha256'), wanted);
    rmSync(libs, { recursive: true, force: true });
    renameSync(fetched, libs);
  } finally {
    rmSync(fetched, { recursive: true, force: true });
  }
}

async function runMaven(outputDirectory: string): Promise<void> {
  const args = [
    '-q',
    '-B',
    '-f',
    join(folder, 'pom.xml'),
    'dependency:copy-dependencies',
    `-DoutputDirectory=${outputDirectory}`,
  ];
  try {
    await promisify(execFile)('mvn', args, { maxBuffer: 16 * 1024 * 1024 });
  } catch (cause) {
    throw new Error(
      `Maven could not fetch Apache Kafka (mvn ${args.join(' ')}). Check that this machine reaches Maven Central, or set KAFKA_BROKERS to a broker that runs.`,
      { cause },
    );
  }
}
