// npm start: the whole system on this machine. `npm start -- --help` lists the options.
import { runLauncher } from './launcher/run.ts';
import { services } from './services.ts';

// Whoever reads us may go away, as `npm start | head` does: that is no reason to leave children behind.
process.stdout.on('error', () => undefined);
process.exit(await runLauncher(process.argv.slice(2), { services, given: process.env }));
