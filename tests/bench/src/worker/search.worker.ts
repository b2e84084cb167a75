import { SearchMix } from '../domain/search-mix.js';
import { nowUs } from './clock.js';
import { Searchers } from './searchers.js';
import { search } from './search.calls.js';
import { on, serve } from './serve.js';

serve(
  on(search, async ({ url, clients, seconds, seed }) => {
    const searchers = new Searchers(url, clients, new SearchMix(seed));
    const began = nowUs();
    const samples = await searchers.run(seconds);
    return { samples, tookS: (nowUs() - began) / 1e6, errors: searchers.failures.all };
  }),
);
