#!/usr/bin/env node
// `npx accord`: the compiled program, which `npm start` (or `npm run build`) makes.
const { main } = await import('../dist/cli/main.js').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  process.stderr.write(
    'accord: not built yet. "npm start" builds and starts everything, "npm run build" builds alone.\n',
  );
  process.exit(2);
});
// Whoever reads us may go away, as `accord list | head` does.
process.stdout.on('error', () => process.exit());
const end = new AbortController();
process.once('SIGINT', () => end.abort());
process.exitCode = await main({
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  stdin: process.stdin,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  colours: process.stdout.isTTY === true && process.stdout.hasColors() && !process.env.NO_COLOR,
  signal: end.signal,
});
