import { value } from '../../receipts/src/other.js';

export const own = () => value;
