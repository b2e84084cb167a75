import { createHmac } from 'node:crypto';

/**
 * Stands for a person or client where it must be recognised but not read: HMAC-SHA-256 under a key that never leaves its
 * service, in hexadecimal. Without the key nobody can try names; with the key destroyed nobody ever can.
 */
export const keyedHash = (key: Uint8Array, id: string): string => createHmac('sha256', key).update(id).digest('hex');
