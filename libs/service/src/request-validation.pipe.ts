import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';

import { type FieldError, Problem } from './problem.js';
import { fieldErrors } from './schema-errors.js';

const places: Partial<Record<ArgumentMetadata['type'], FieldError['in']>> = { query: 'query', param: 'path' };

/**
 * Checks what `@Body({ schema })`, `@Query({ schema })` and `@Param('id', { schema })` declare. Written for its errors: each
 * names its field by pointer, which Nest's own pipe cannot, since it does not know which argument it was given.
 */
@Injectable()
export class RequestValidationPipe implements PipeTransform {
  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { schema } = metadata;
    if (schema === undefined || metadata.type === 'custom') return value;
    const result = await schema['~standard'].validate(value);
    if (result.issues === undefined) return result.value;
    const base = metadata.data === undefined ? [] : [metadata.data];
    const errors = fieldErrors(result.issues, places[metadata.type], base);
    throw new Problem('invalid-request', summary(value, metadata, errors), errors);
  }
}

function summary(value: unknown, metadata: ArgumentMetadata, errors: readonly FieldError[]): string {
  if (metadata.type === 'body' && value === undefined) {
    return 'A JSON body is needed: send one with Content-Type: application/json.';
  }
  const part = { body: 'The body', query: 'The query', param: 'The path', custom: 'The request' }[metadata.type];
  const count = errors.length === 1 ? 'one error' : `${errors.length} errors`;
  return `${part} has ${count}; each is named under "errors", with what to do.`;
}
