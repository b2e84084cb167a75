import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { workspaceRoot } from '../infrastructure/paths.ts';

export interface TestedProject {
  readonly name: string;
  readonly resultFile: string;
}

/** Runs one after another: all projects together, then the running system, then three brokers that lose their leader. */
export interface TestPlan {
  readonly projects: readonly TestedProject[];
  readonly afterwards: readonly TestedProject[];
}

export interface PlanOptions {
  /** With tests/chaos, which takes minutes and is for CI. */
  readonly chaos: boolean;
  /** These projects alone, by the names of their folders. */
  readonly only?: readonly string[];
}

export function planTests({ chaos, only }: PlanOptions, root = workspaceRoot): TestPlan {
  const projects = ['apps', 'libs'].flatMap((folder) => below(root, folder)).concat('tools', 'tests/bench');
  const afterwards = ['tests/e2e', ...(chaos ? ['tests/chaos'] : [])];
  const tested = (folders: readonly string[]) =>
    folders.filter(
      (folder) =>
        existsSync(join(root, folder, 'jest.config.mjs')) && (only === undefined || only.includes(basename(folder))),
    );
  return {
    projects: tested(projects).map((folder) => projectIn(root, folder)),
    afterwards: tested(afterwards).map((folder) => projectIn(root, folder)),
  };
}

function below(root: string, folder: string): string[] {
  return readdirSync(join(root, folder))
    .sort()
    .map((name) => `${folder}/${name}`);
}

function projectIn(root: string, folder: string): TestedProject {
  const manifest: unknown = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  if (typeof manifest !== 'object' || manifest === null || !('name' in manifest))
    throw new Error(`${folder}/package.json has no name.`);
  return { name: String(manifest.name), resultFile: join(root, folder, 'test-results.json') };
}
