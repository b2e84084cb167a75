// npm run compose:secrets: makes the secret files that docker-compose.yml mounts, in deploy/secrets. Those that are there stay.
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from './infrastructure/paths.ts';
import { Secrets } from './launcher/secrets.ts';
import { serviceSecrets } from './launcher/service-secrets.ts';
import { services } from './services.ts';

const folder = join(workspaceRoot, 'deploy/secrets');
mkdirSync(folder, { recursive: true });
chmodSync(folder, 0o700);

const secrets = new Secrets(join(folder, 'secrets.json'));
secrets.prepare(services);
const adminUrl = `postgres://postgres:${secrets.database()}@database:5432/postgres`;

write('database_password', secrets.database());
write('migrate.json', JSON.stringify({ DATABASE_URL: adminUrl }));
for (const service of services) {
  write(`${service.name}.json`, JSON.stringify(serviceSecrets(service, adminUrl, secrets)));
}
// Containers run as users of their own, and read these files through a mount of their own.
chmodSync(join(folder, 'secrets.json'), 0o644);
console.log(`Secrets are in ${folder}: keep that folder to yourself.`);

function write(name: string, content: string): void {
  const file = join(folder, name);
  if (!existsSync(file)) writeFileSync(file, content, { mode: 0o644 });
}
