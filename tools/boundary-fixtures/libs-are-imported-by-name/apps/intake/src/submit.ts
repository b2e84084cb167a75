import { value } from '../../../libs/receipts/src/sign.js';

export const submit = () => value;
