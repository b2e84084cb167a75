import { z } from 'zod';

import { AdSearchStore } from '../src/ad-search.store.js';
import { CountFacets } from '../src/count-facets.js';
import { searchQuery } from '../src/domain/request/search-query.js';
import { theKnowledge } from '../src/knowledge.js';
import { ReadPage } from '../src/read-page.js';
import { SearchAds } from '../src/search-ads.js';
import { inSchema } from './in-schema.js';

/** Notices of every statement, those within functions too, each with its plan and what it took. */
const telling = `
  load 'auto_explain';
  set auto_explain.log_min_duration = 0;
  set auto_explain.log_analyze = on;
  set auto_explain.log_buffers = on;
  set auto_explain.log_nested_statements = on;
  set auto_explain.log_level = notice`;

const told = z.looseObject({ message: z.string() });

/**
 * Makes a search as the service does, and tells of each of its statements how PostgreSQL came to it.
 * @param query of GET /v1/ads
 */
export const explainSearch = (adminUrl: string, schema: string, query: string): Promise<string[]> =>
  // One connection, so that the session that tells is the one that searches.
  inSchema({ url: adminUrl, schema, poolSize: 1 }, async (db) => {
    const plans: string[] = [];
    const runner = db.createQueryRunner();
    const client: NodeJS.EventEmitter = await runner.connect();
    const tell = (notice: unknown) => plans.push(told.parse(notice).message);
    await runner.release();
    const store = new AdSearchStore(db);
    const search = new SearchAds(store, new ReadPage(store), new CountFacets(store), theKnowledge);
    const asked = searchQuery.parse(parameters(query));
    // Once untold: what the service reads once a minute is no part of a search.
    await search.execute(asked);
    await db.query(telling);
    client.on('notice', tell);
    await search.execute(asked);
    return plans;
  });

const parameters = (query: string): Record<string, string> => Object.fromEntries(new URLSearchParams(query));
