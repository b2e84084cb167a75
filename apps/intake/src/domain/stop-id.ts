import { v5 as uuidOf } from 'uuid';

/** Fixed for ever: an id derived with another one would be another stop. */
const NAMESPACE = 'b5b0f1a6-3c1e-4f0a-9d7b-6a0f5c2e8d41';

/** The stop that a version of an offer is: the call, its repetition and the event all name the same one. */
export const stopIdOf = (offerId: string, version: number): string => uuidOf(`${offerId}:${version}`, NAMESPACE);
