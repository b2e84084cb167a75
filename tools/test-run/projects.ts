import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** @param chaos with tests/chaos, which takes minutes and is for CI */
export function planTests({ chaos }: { readonly chaos: boolean }, root = workspaceRoot): TestPlan {
  const projects = ['apps', 'libs'].flatMap((folder) => below(root, folder)).concat('tools');
  const afterwards = ['tests/e2e', ...(chaos ? ['tests/chaos'] : [])];
  const tested = (folders: readonly string[]) =>
    folders.filter((folder) => existsSync(join(root, folder, 'jest.config.mjs')));
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
