import { value } from '../../../apps/intake/src/submit.js';

export const config = () => value;
