import { v5 as uuidOf } from 'uuid';

/** Fixed for ever: an id derived with another one would be another stop. */
const NAMESPACE = '6f0c7a52-8f5b-4d6a-9d0e-0f5d5c1b7a3e';

/** The stop that something named is, so that hearing of it again names the same one. */
export const stopIdOf = (
  kind: 'withdrawal' | 'intent' | 'text' | 'lapse' | 'partner' | 'letter',
  ...parts: (string | number)[]
) => uuidOf([kind, ...parts].join(':'), NAMESPACE);
