import preset from '../../jest.preset.mjs';

/**
 * One system for all files, started before them; a file that breaks things on purpose starts one of its own. Three files at a time:
 * they mostly wait, for windows to close and for the dead to be missed.
 */
export default {
  ...preset,
  maxWorkers: 3,
  testTimeout: 120_000,
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};
