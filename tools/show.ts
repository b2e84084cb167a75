// npm run -s show -- <path>[,<path>…] [file]: values of a JSON file (var/run.json unless told otherwise, here or by ACCORD_RUN; - is
// standard input). A text as it is, for scripts; anything else as JSON that people can read.
import { readFileSync } from 'node:fs';

const [paths = '', file = process.env['ACCORD_RUN'] ?? 'var/run.json'] = process.argv.slice(2);
const text = readFileSync(file === '-' ? 0 : file, 'utf8');

function valueAt(path: string): unknown {
  let value: unknown = JSON.parse(text);
  for (const step of path.split('.')) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
  }
  if (value !== undefined) return value;
  console.error(`${file} has no ${path}: it holds ${text.slice(0, 500)}`);
  process.exit(1);
}

const found = paths.split(',').map((path) => [path, valueAt(path)] as const);
const [only] = found;
const value = found.length === 1 && only !== undefined ? only[1] : Object.fromEntries(found);
console.log(typeof value === 'string' ? value : JSON.stringify(value, null, 2));
