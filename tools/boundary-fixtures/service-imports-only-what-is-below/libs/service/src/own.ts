import { value } from '../../safe-http/src/other.js';

export const own = () => value;
