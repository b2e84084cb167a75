export { value } from './sign.js';
