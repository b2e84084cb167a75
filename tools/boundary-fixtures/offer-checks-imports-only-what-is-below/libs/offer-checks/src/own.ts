import { value } from '../../offer-formats/src/other.js';

export const own = () => value;
