import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';

import { z } from 'zod';

const root = resolve('../..');
const line = z.object({
  file: z.string(),
  /** `POST /v1/offers/{id}`, with a query where one is needed. */
  call: z.string(),
  by: z.enum(['anyone', 'employer', 'employer2', 'moderator', 'partner', 'partner2', 'operator']),
  status: z.coerce.number(),
});

/** One line of the index in examples/README.md. */
export type Example = z.infer<typeof line>;

export function examples(): Example[] {
  const index = readFileSync(join(root, 'examples/README.md'), 'utf8');
  const rows = index.split('\n').flatMap((row) => {
    const [, file, call, by, status] = /^\| `([^`]+)` +\| `([^`]+)` +\| (\w+) +\| (\d+) +\|$/.exec(row) ?? [];
    return file === undefined ? [] : [{ file, call, by, status }];
  });
  return z.array(line).parse(rows);
}

export const exampleText = (file: string): string => readFileSync(join(root, 'examples', file), 'utf8');

/** Every file of examples/ that is a body. */
export const exampleFiles = (): string[] =>
  readdirSync(join(root, 'examples'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extname(entry.name) !== '.md')
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(root, 'examples/').length));

const operation = z.object({ requestBody: z.unknown().optional() });
const document = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) });

/** The calls of the committed OpenAPI documents that take a body and that the front door leads to. */
export function callsWithBody(): string[] {
  const folder = join(root, 'libs/contracts/schemas/openapi/current');
  return readdirSync(folder).flatMap((name) => {
    const { paths } = document.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    return Object.entries(paths)
      .filter(([path]) => !path.startsWith('/internal/'))
      .flatMap(([path, operations]) =>
        Object.entries(operations)
          .filter(([, { requestBody }]) => requestBody !== undefined)
          .map(([method]) => `${method.toUpperCase()} ${path}`),
      );
  });
}

/** What a file is sent as. */
export function mediaTypeOf(file: string): string {
  const types: Readonly<Record<string, string>> = {
    '.json': 'application/json',
    '.ndjson': 'application/x-ndjson',
    '.jsonld': 'application/ld+json',
    '.xml': 'application/xml',
    '.csv': 'text/csv',
    '.txt': 'text/csv',
  };
  const type = types[extname(file)];
  if (type === undefined) throw new Error(`nobody said what ${file} is sent as`);
  return type;
}
