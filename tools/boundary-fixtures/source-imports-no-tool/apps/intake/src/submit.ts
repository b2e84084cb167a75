import { value } from '../../../tools/broker.js';

export const submit = () => value;
