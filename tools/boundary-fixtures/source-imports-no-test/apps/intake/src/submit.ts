import { value } from '../test/fake-clock.js';

export const submit = () => value;
