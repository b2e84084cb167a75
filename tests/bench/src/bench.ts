// npm run bench: what the whole system does in a given time, on this machine. `npm run bench -- --help` lists the options.
import '@accord/testing/register-ts';

const { runBench } = await import('./run-bench.js');
process.exit(await runBench(process.argv.slice(2)));
