import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

const problemSchema = {
  type: 'object',
  description: 'RFC 9457 problem details; `type` is stable.',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'message'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer of the field' },
          in: { type: 'string', enum: ['query', 'path', 'header'], description: 'absent: the body' },
          code: { type: 'string' },
          message: { type: 'string' },
        },
      },
    },
  },
};

const anyProblem = {
  description: 'A problem (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** The service's OpenAPI 3.1 document, read from its routes; every route may answer with a problem. */
export function openApiOf(app: INestApplication, service: string, version: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(`Accord: ${service}`)
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (_controller, method) => method,
  });
  const schemas: Record<string, unknown> = { ...document.components?.schemas, Problem: problemSchema };
  for (const path of Object.values(document.paths)) {
    for (const method of methods) {
      const operation = path[method];
      if (operation !== undefined) operation.responses = { ...operation.responses, default: anyProblem };
    }
  }
  return Object.assign(document, { components: { ...document.components, schemas } });
}

/** Serves it at `/openapi.json`, and for people at `/docs`. Built when first asked for: most processes never are. */
export function serveOpenApi(app: INestApplication, service: string, version: string): void {
  SwaggerModule.setup('docs', app, () => openApiOf(app, service, version), {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
    customSiteTitle: `Accord: ${service}`,
  });
}
