import { value } from '../../../libs/testing/src/fake-clock.js';

export const submit = () => value;
