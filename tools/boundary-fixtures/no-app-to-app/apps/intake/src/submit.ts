import { value } from '../../consent/src/stop.js';

export const submit = () => value;
