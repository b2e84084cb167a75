import preset from '../../jest.preset.mjs';

// Some tests start whole processes, which takes its time on a busy machine.
export default { ...preset, testTimeout: 120_000 };
