import preset from '../../jest.preset.mjs';

/** Three files at a time: there are many, and they mostly wait for a broker and a database. */
export default { ...preset, maxWorkers: 3 };
