import { gone } from './gone.js';

export const submit = () => gone;
