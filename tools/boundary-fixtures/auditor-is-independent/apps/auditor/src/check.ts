import { value } from '../../../libs/messaging/src/outbox.js';

export const check = () => value;
