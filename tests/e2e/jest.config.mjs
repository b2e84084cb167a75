import preset from '../../jest.preset.mjs';

/** One system for all files, started before them; a file that breaks things on purpose starts one of its own. */
export default {
  ...preset,
  maxWorkers: 1,
  testTimeout: 120_000,
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};
