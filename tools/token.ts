// npm run -s token -- <client> [run file]: an access token of one of the sandbox's clients, by client credentials.
import { readFileSync } from 'node:fs';

interface Run {
  readonly issuer: string;
  readonly clients: Readonly<Record<string, { readonly id: string; readonly secret: string }>>;
}

const [name = '', file = process.env['ACCORD_RUN'] ?? 'var/run.json'] = process.argv.slice(2);
const run: Run = JSON.parse(readFileSync(file, 'utf8'));
const client = run.clients[name];
if (client === undefined) {
  console.error(`usage: npm run -s token -- ${Object.keys(run.clients).join(' | ')}`);
  process.exit(2);
}
const discovery = await fetch(`${run.issuer}/.well-known/openid-configuration`);
const { token_endpoint: endpoint }: { token_endpoint: string } = JSON.parse(await discovery.text());
const answer = await fetch(endpoint, {
  method: 'POST',
  headers: { authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}` },
  body: new URLSearchParams({ grant_type: 'client_credentials' }),
});
if (!answer.ok) {
  console.error(`the identity provider answered ${answer.status}`);
  process.exit(1);
}
const { access_token: token }: { access_token: string } = JSON.parse(await answer.text());
console.log(token);
