import { MAX_JSON_BYTES } from '@accord/service/json-body';

/** Characters. A record of an offer's greatest lengths has a tenth of it. */
export const MAX_RECORD = MAX_JSON_BYTES;
