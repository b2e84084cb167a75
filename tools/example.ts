// npm run -s example -- offer: examples/offer.json with a reference of its own, so that it can be sent again.
// npm run -s example -- agreement <offer id>: examples/agreement.json for that offer.
import { readFileSync } from 'node:fs';

const [name = '', offerId] = process.argv.slice(2);
if (!['offer', 'agreement'].includes(name) || (name === 'agreement' && offerId === undefined)) {
  console.error('usage: npm run -s example -- offer | agreement <offer id>');
  process.exit(2);
}
const example = JSON.parse(readFileSync(new URL(`../examples/${name}.json`, import.meta.url), 'utf8'));
const own = name === 'offer' ? { reference: `${example.reference}-${Date.now()}` } : { offerId };
console.log(JSON.stringify({ ...example, ...own }));
