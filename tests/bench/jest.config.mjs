import preset from '../../jest.preset.mjs';

/** The pure parts alone: the bench itself is run by `npm run bench`. */
export default { ...preset };
