import { value } from '../../receipts/src/sign.js';

export const offer = () => value;
