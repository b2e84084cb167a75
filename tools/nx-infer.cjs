// Local Nx plugin: infers every target of every project from the files it has, so that no project repeats them.
const { dirname, join } = require('node:path');
const { existsSync, readFileSync } = require('node:fs');

const everything = ['default', '^production', '{workspaceRoot}/libs/testing/src/**/*'];
const run = (command, options, rest) => ({
  executor: 'nx:run-commands',
  options: { command, ...options },
  cache: true,
  ...rest,
});

/** Compiled without types, tests left out; files that are no TypeScript are copied beside it. */
const build = (cwd) =>
  run(
    "swc src -d dist --strip-leading-paths --config-file ../../.swcrc --copy-files --delete-dir-on-start --ignore '**/*.spec.ts' -q",
    { cwd },
    {
      dependsOn: ['^build'],
      inputs: [
        '{projectRoot}/src/**/*',
        '{projectRoot}/package.json',
        '{workspaceRoot}/.swcrc',
        { externalDependencies: ['@swc/core', '@swc/cli'] },
      ],
      outputs: ['{projectRoot}/dist'],
    },
  );

const typecheck = (cwd) =>
  run(
    'tsc -p tsconfig.json',
    { cwd },
    { inputs: [...everything, { externalDependencies: ['typescript'] }], outputs: [] },
  );

const lint = (cwd) =>
  run(
    'eslint --no-error-on-unmatched-pattern .',
    { cwd },
    {
      inputs: [
        ...everything,
        '{workspaceRoot}/eslint.config.mjs',
        { externalDependencies: ['eslint', 'typescript-eslint', 'typescript'] },
      ],
      outputs: [],
    },
  );

const format = (root, others = []) =>
  run(
    ['prettier --check --log-level warn', root, ...others].join(' '),
    { cwd: '.' },
    {
      inputs: [
        'default',
        ...others.map((path) => `{workspaceRoot}/${path.replaceAll("'", '')}`),
        '{workspaceRoot}/.prettierrc.json',
        '{workspaceRoot}/.prettierignore',
        { externalDependencies: ['prettier'] },
      ],
      outputs: [],
    },
  );

// The system that they drive from outside is made of everything.
const system = ['apps', 'libs', 'tools'].map((folder) => `{workspaceRoot}/${folder}/**/*`);

const test = (cwd) =>
  run(
    'jest --json --outputFile=test-results.json',
    { cwd, env: { NODE_OPTIONS: '--experimental-vm-modules --no-warnings' } },
    {
      inputs: [
        ...everything,
        ...(cwd.startsWith('tests/') ? system : []),
        '{workspaceRoot}/jest.preset.mjs',
        { externalDependencies: ['jest', '@swc/jest', '@swc/core'] },
      ],
      outputs: ['{projectRoot}/test-results.json'],
    },
  );

/** What is asked of the workspace as a whole belongs to the project of its tools. */
const ofTheWorkspace = () => {
  const sources = ['apps', 'libs', 'tests', 'tools'].map(
    (folder) => `{workspaceRoot}/${folder}/**/*.{ts,mjs,cjs,json}`,
  );
  const inputs = [...sources, '{workspaceRoot}/*.{json,mjs}'];
  return {
    format: format('tools', ["'*.{json,md,mjs,yml}'", "'{docs,deploy,examples}/**/*.{json,md,mjs,ts,yml}'"]),
    boundaries: run('depcruise apps libs tests', { cwd: '.' }, { inputs, outputs: [] }),
    unused: run('knip', { cwd: '.' }, { inputs, outputs: [] }),
  };
};

function targetsOf(root, has) {
  const built = root.startsWith('apps/') || root.startsWith('libs/');
  return {
    ...(built && has('src') ? { build: build(root) } : {}),
    ...(has('tsconfig.json') ? { typecheck: typecheck(root), lint: lint(root) } : {}),
    ...(has('jest.config.mjs') ? { test: test(root) } : {}),
    format: format(root),
    ...(root === 'tools' ? ofTheWorkspace() : {}),
  };
}

exports.name = 'accord-infer';
exports.createNodesV2 = [
  '{apps/*,libs/*,tests/*,tools}/package.json',
  (files, _options, { workspaceRoot }) =>
    files.map((file) => {
      const root = dirname(file);
      const has = (path) => existsSync(join(workspaceRoot, root, path));
      const { name } = JSON.parse(readFileSync(join(workspaceRoot, file), 'utf8'));
      const projectType = root.startsWith('apps') ? 'application' : 'library';
      return [file, { projects: { [root]: { name, root, projectType, targets: targetsOf(root, has) } } }];
    }),
];

// Who imports whom, read from the sources: so that a change of a library builds and checks what stands on it anew. Tests of
// apps and libraries are left out, for what serves tests imports those libraries itself (`everything` names it instead).
const isSource = (file) => /\.(ts|mjs)$/.test(file) && !/^(apps|libs)\/[^/]+\/test\/|\.spec\.ts$/.test(file);
const imported = /from '@accord\/([a-z-]+)\//g;
exports.createDependencies = (_options, { projects, filesToProcess, workspaceRoot }) => {
  const known = new Set(Object.keys(projects));
  return Object.entries(filesToProcess.projectFileMap).flatMap(([source, files]) =>
    files
      .filter(({ file }) => isSource(file))
      .flatMap(({ file: sourceFile }) => {
        const text = readFileSync(join(workspaceRoot, sourceFile), 'utf8');
        const targets = new Set([...text.matchAll(imported)].map(([, name]) => `@accord/${name}`));
        return [...targets]
          .filter((target) => target !== source && known.has(target))
          .map((target) => ({ source, target, sourceFile, type: 'static' }));
      }),
  );
};
