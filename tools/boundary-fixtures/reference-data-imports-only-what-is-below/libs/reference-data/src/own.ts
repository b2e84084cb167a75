import { value } from '../../database/src/other.js';

export const own = () => value;
