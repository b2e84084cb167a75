import { value } from '../../messaging/src/other.js';

export const own = () => value;
