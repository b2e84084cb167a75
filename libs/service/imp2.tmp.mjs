import { createRequire } from 'node:module';
const rss=()=>Math.round(process.memoryUsage.rss()/1048576);
console.log('start',rss());
for (const m of process.argv.slice(2)) { await import(m); global.gc?.(); console.log(m, rss()); }
