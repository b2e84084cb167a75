// npm run -s show -- <path> [file]: one value of a JSON file (var/run.json unless told otherwise, here or by ACCORD_RUN), for scripts.
import { readFileSync } from 'node:fs';

const [path = '', file = process.env['ACCORD_RUN'] ?? 'var/run.json'] = process.argv.slice(2);
let value: unknown = JSON.parse(readFileSync(file, 'utf8'));
for (const step of path.split('.')) {
  value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
}
if (value === undefined) {
  console.error(`${file} has no ${path}`);
  process.exit(1);
}
console.log(typeof value === 'string' ? value : JSON.stringify(value));
