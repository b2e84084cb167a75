// Completes package-lock.json, after every `npm install` that changes it. Some registries do not serve every platform's
// package; npm then drops the missing ones from the lock, and `npm ci` refuses a lock without them. This adds them again.
//   --check   changes nothing, and fails when there would be something to change
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from './infrastructure/paths.ts';
import { completeLock, hostsNamedIn } from './lock/complete.ts';

const file = join(workspaceRoot, 'package-lock.json');
const text = readFileSync(file, 'utf8');
const completed = completeLock(text);
const hosts = hostsNamedIn(completed);
const check = process.argv.includes('--check');

if (hosts.length > 0)
  fail(`package-lock.json names registries (${hosts.join(', ')}): install with the project’s .npmrc.`);
else if (completed === text) console.log('package-lock.json is complete.');
else if (check) fail('package-lock.json is not complete: run npm run lock:complete and commit it.');
else {
  writeFileSync(file, completed);
  console.log('package-lock.json completed.');
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
