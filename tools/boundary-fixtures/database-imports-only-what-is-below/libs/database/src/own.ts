import { value } from '../../contracts/src/other.js';

export const own = () => value;
