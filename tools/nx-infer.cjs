// Local Nx plugin: infers build, typecheck and test for every project from the files it has, so that no project repeats them.
const { dirname, join } = require('node:path');
const { existsSync, readFileSync } = require('node:fs');

const source = [
  '{projectRoot}/src/**/*',
  '{projectRoot}/package.json',
  '{workspaceRoot}/.swcrc',
  { externalDependencies: ['@swc/core', '@swc/cli'] },
];

function targetsOf(root, has) {
  const run = (command, extra) => ({
    executor: 'nx:run-commands',
    options: { command, cwd: root },
    cache: true,
    ...extra,
  });
  const targets = {};
  if (has('src')) {
    targets.build = run('swc src -d dist --strip-leading-paths --config-file ../../.swcrc -q', {
      dependsOn: ['^build'],
      inputs: source,
      outputs: ['{projectRoot}/dist'],
    });
  }
  if (has('tsconfig.json')) {
    targets.typecheck = run('tsc -p tsconfig.json', {
      inputs: ['default', '^production', { externalDependencies: ['typescript'] }],
      outputs: [],
    });
  }
  if (has('jest.config.mjs')) {
    targets.test = run('jest --json --outputFile=test-results.json', {
      options: {
        command: 'jest --json --outputFile=test-results.json',
        cwd: root,
        env: { NODE_OPTIONS: '--experimental-vm-modules --no-warnings' },
      },
      inputs: [
        'default',
        '^production',
        '{workspaceRoot}/jest.preset.mjs',
        { externalDependencies: ['jest', '@swc/jest', '@swc/core'] },
      ],
      outputs: ['{projectRoot}/test-results.json'],
    });
  }
  return targets;
}

exports.name = 'accord-infer';
exports.createNodesV2 = [
  '{apps,libs,tests}/*/package.json',
  (files, _options, { workspaceRoot }) =>
    files.map((file) => {
      const root = dirname(file);
      const has = (path) => existsSync(join(workspaceRoot, root, path));
      const { name } = JSON.parse(readFileSync(join(workspaceRoot, file), 'utf8'));
      const projectType = root.startsWith('apps') ? 'application' : 'library';
      return [file, { projects: { [root]: { name, root, projectType, targets: targetsOf(root, has) } } }];
    }),
];
