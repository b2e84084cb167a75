import { value } from '../../service/src/other.js';

export const own = () => value;
