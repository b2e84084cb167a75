/**
 * Every refusal a caller can meet, with its HTTP status and title: one page for all services, since `type` is public and
 * stable. Add a line to add a refusal; never change the meaning of one that has been released.
 */
export const problemCodes = {
  // Requests that do not parse or validate
  'invalid-request': [400, 'The request does not validate'],
  'malformed-json': [400, 'The body is not valid JSON'],
  'malformed-url': [400, 'The address of the request cannot be decoded'],
  'malformed-header': [400, 'A header of the request cannot be understood'],
  'unstorable-text': [400, 'A text holds characters that cannot be stored'],
  'method-not-allowed': [405, 'This method does not exist here'],
  'request-timeout': [408, 'The request took too long to arrive'],
  'payload-too-large': [413, 'The body is too large'],
  'unsupported-media-type': [415, 'The body’s media type is not supported here'],
  // Who asks
  unauthenticated: [401, 'A valid access token is needed'],
  forbidden: [403, 'This is not allowed to you'],
  'mandate-required': [403, 'A mandate in force is needed to do this for that employer'],
  'siret-not-yours': [403, 'This establishment is not one of yours'],
  'too-many-requests': [429, 'Too many requests'],
  // What is asked for
  'route-not-found': [404, 'Nothing is served at this address'],
  'not-found': [404, 'This does not exist, or not for you'],
  gone: [410, 'This existed and is gone'],
  'precondition-failed': [412, 'It has changed since you read it'],
  'precondition-required': [428, 'The header If-Match is needed'],
  // What stands against it
  conflict: [409, 'This contradicts the present state'],
  'reference-taken': [409, 'This reference is used by another offer of yours'],
  'idempotency-key-reused': [409, 'This Idempotency-Key was used for another request'],
  'request-in-progress': [409, 'The same request is being handled'],
  'idempotency-key-required': [400, 'The header Idempotency-Key is needed'],
  'replay-failed': [409, 'The event could not be handled this time either'],
  'state-forbids': [409, 'The present state does not allow this'],
  // Ours
  'internal-error': [500, 'Something went wrong on our side'],
  'not-acceptable': [406, 'This cannot be given in the form asked for'],
  'bad-gateway': [502, 'A service gave no usable answer'],
  unavailable: [503, 'Not available at the moment'],
  'gateway-timeout': [504, 'A service took too long to answer'],
  'insufficient-storage': [507, 'There is no room to store this'],
} as const;

export type ProblemCode = keyof typeof problemCodes;

/** Whether another service's word for a refusal is one of ours. */
export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problemCodes, code);
