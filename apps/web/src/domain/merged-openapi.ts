import { z } from 'zod';

const operation = z.looseObject({ operationId: z.string().optional() });
/** As much of a service's document as merging needs to know. */
export const serviceDocument = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()).optional() }).optional(),
});
export type ServiceDocument = z.infer<typeof serviceDocument>;

type Paths = ServiceDocument['paths'];
const methods = new Set(['get', 'put', 'post', 'delete', 'patch', 'head', 'options']);

/**
 * One document of all services: the routes the front door leads to, each under its service's tag. Schemas of one name and
 * different content keep both, the later one under its service's name.
 */
export function mergedOpenApi(
  documents: readonly (readonly [service: string, document: ServiceDocument])[],
  isRouted: (path: string, service: string) => boolean,
  own: { readonly paths: Paths; readonly server: string },
): object {
  const schemas = new Map<string, unknown>();
  const paths: Paths = {};
  for (const [service, document] of documents) {
    const shared = adopted(service, document, schemas);
    for (const [path, item] of Object.entries(shared.paths)) {
      if (isRouted(path.replaceAll(/\{[^}]+\}/g, '7'), service))
        paths[path] = { ...paths[path], ...tagged(item, service) };
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Accord',
      version: '1',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: own.server }],
    tags: documents.map(([name]) => ({ name })),
    paths: sorted({ ...paths, ...own.paths }),
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: sorted(Object.fromEntries(schemas)),
    },
  };
}

/** Takes over a document's schemas, and gives back the document with references to the names they now have. */
function adopted(service: string, document: ServiceDocument, schemas: Map<string, unknown>): ServiceDocument {
  const renamed = new Map<string, string>();
  const own = Object.entries(document.components?.schemas ?? {});
  for (const [name, schema] of own) {
    const taken = schemas.get(name);
    if (taken !== undefined && JSON.stringify(taken) !== JSON.stringify(schema))
      renamed.set(name, `${service}.${name}`);
  }
  const result = serviceDocument.parse(withNames(document, renamed));
  for (const [name, schema] of Object.entries(result.components?.schemas ?? {}))
    schemas.set(renamed.get(name) ?? name, schema);
  return result;
}

function withNames(value: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withNames(item, renamed));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]: [string, unknown]) => {
      const name =
        key === '$ref' && typeof field === 'string' ? /^#\/components\/schemas\/(.+)$/.exec(field)?.[1] : undefined;
      const now = name === undefined ? undefined : renamed.get(name);
      return [key, now === undefined ? withNames(field, renamed) : `#/components/schemas/${now}`];
    }),
  );
}

const tagged = (item: Paths[string], service: string): Paths[string] =>
  Object.fromEntries(
    Object.entries(item).map(([method, one]) => [
      method,
      methods.has(method) ? { ...one, tags: [service], operationId: `${service}_${one.operationId ?? method}` } : one,
    ]),
  );

const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
