interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Record<string, LockedPackage>;
}

const systems = ['darwin', 'win32', 'linux', 'freebsd', 'android', 'openharmony', 'aix', 'netbsd', 'openbsd', 'sunos'];
const processors = ['arm64', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32', 'arm'];
const exactVersion = /^\d+\.\d+\.\d+/;

/** The lock's text with an entry for every optional package that another names by an exact version and the lock lacks. */
export function completeLock(text: string): string {
  const lock = parse(text);
  const added = Object.entries(lock.packages).flatMap(([path, locked]) => missingOf(path, locked, lock));
  if (added.length === 0) return text;
  for (const [path, entry] of added) lock.packages[path] = entry;
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`;
}

/** Registries that the lock would fetch from: there should be none, so that it works with each developer's own. */
export function hostsNamedIn(text: string): string[] {
  const resolved = Object.values(parse(text).packages).flatMap(({ resolved: url, link }) =>
    url === undefined || link === true ? [] : [url],
  );
  return [...new Set(resolved.filter((url) => URL.canParse(url)).map((url) => new URL(url).host))];
}

function missingOf(path: string, locked: LockedPackage, { packages }: Lock): [string, object][] {
  return Object.entries(locked.optionalDependencies ?? {})
    .filter(([name, version]) => exactVersion.test(version) && !placesOf(path, name).some((place) => place in packages))
    .map(([name, version]) => [`node_modules/${name}`, entryOf(name, version, locked.dev)]);
}

/** Where Node would look for a package that this one requires, nearest first. */
function placesOf(path: string, name: string): string[] {
  const inner = `${path === '' ? '' : `${path}/`}node_modules/${name}`;
  if (path === '') return [inner];
  const end = path.lastIndexOf('/node_modules/');
  return [inner, ...placesOf(end === -1 ? '' : path.slice(0, end), name)];
}

/** npm installs an optional package only where its name's system and processor are. */
function entryOf(name: string, version: string, dev: boolean | undefined): object {
  const os = systems.find((system) => name.includes(system));
  const cpu = processors.find((processor) => name.includes(processor));
  return {
    version,
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(dev === undefined ? {} : { dev }),
    optional: true,
    ...(os === undefined ? {} : { os: [os] }),
  };
}

function parse(text: string): Lock {
  const lock: unknown = JSON.parse(text);
  if (!isLock(lock)) throw new Error('package-lock.json has no packages: it is no lock of npm 7 or newer.');
  return lock;
}

function isLock(value: unknown): value is Lock {
  return typeof value === 'object' && value !== null && 'packages' in value && typeof value.packages === 'object';
}
