// Loaded before a service (node --import): puts the settings of SECRETS_FILE, a JSON object, into the environment, so that
// no secret stands in an image, a compose file or a process list.
import { readFileSync } from 'node:fs';

const file = process.env.SECRETS_FILE;
if (file) Object.assign(process.env, JSON.parse(readFileSync(file, 'utf8')));
