import { endProcess } from '../infrastructure/child-process.ts';
import { isAlive, type ProcessIdentity } from '../infrastructure/process-identity.ts';
import { readJson, writeJson } from './files.ts';
import { parseIdentities, parseIdentity } from './identity-file.ts';

// What a crashed launcher left is ended, not waited for: services, broker and database all survive a kill.
const ORPHAN_GRACE_MS = 5000;
const KEPT_PUBLISHERS = 200;

/**
 * The record of every child that runs, on disk before anything depends on it: after a crash of the launcher the next one
 * finds and ends them. Also remembers the publishers that ran, for their sessions may have to be fenced by the next launcher.
 */
export class ChildrenFile {
  readonly #path: string;
  readonly #children: Map<string, ProcessIdentity>;
  #publishers: ProcessIdentity[];

  constructor(path: string) {
    this.#path = path;
    const { children, publishers } = read(path);
    this.#children = children;
    this.#publishers = publishers;
  }

  started(name: string, identity: ProcessIdentity): void {
    this.#children.set(name, identity);
    if (name.startsWith('publisher')) this.#publishers = [...this.#publishers, identity].slice(-KEPT_PUBLISHERS);
    this.#write();
  }

  ended(name: string): void {
    this.#children.delete(name);
    this.#write();
  }

  /** A copy: name → who runs. */
  get children(): ReadonlyMap<string, ProcessIdentity> {
    return new Map(this.#children);
  }

  /** Publishers of this folder that ran and have ended, whichever launcher started them. */
  deadPublishers(): ProcessIdentity[] {
    return this.#publishers.filter((publisher) => !isAlive(publisher));
  }

  /** Ends what an earlier launcher left running: the services first, then what they stand on. @returns their names */
  async endOrphans(): Promise<string[]> {
    const left = [...this.#children].filter(([, identity]) => isAlive(identity));
    const base = new Set(['broker', 'database']);
    const end = ([name, identity]: (typeof left)[number]) =>
      endProcess(identity, { signal: name === 'database' ? 'SIGINT' : 'SIGTERM', graceMs: ORPHAN_GRACE_MS });
    await Promise.all(left.filter(([name]) => !base.has(name)).map(end));
    await Promise.all(left.filter(([name]) => base.has(name)).map(end));
    this.#children.clear();
    this.#write();
    return left.map(([name]) => name);
  }

  #write(): void {
    writeJson(this.#path, { children: Object.fromEntries(this.#children), publishers: this.#publishers });
  }
}

function read(path: string): { children: Map<string, ProcessIdentity>; publishers: ProcessIdentity[] } {
  const content = readJson(path);
  if (typeof content !== 'object' || content === null) return { children: new Map(), publishers: [] };
  const publishers =
    'publishers' in content && Array.isArray(content.publishers) ? content.publishers.map(parseIdentity) : [];
  return {
    children: parseIdentities('children' in content ? content.children : undefined),
    publishers: publishers.filter((publisher) => publisher !== undefined),
  };
}
