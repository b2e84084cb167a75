import { AdStore, type AdToShow } from '../src/ad.store.js';
import { inSchema } from './in-schema.js';

const AT_ONCE = 500;
const INDEX_MAY_TAKE_MS = 3_600_000;

/**
 * Puts many ads into a portal's index as its handlers do, but without the inverted index, which is built at the end from
 * all of them: a million in some ten minutes on two cores. For tests and benchmarks; nobody should search meanwhile.
 * @param adminUrl of the database's administrator
 * @param schema the portal's
 */
export async function fillIndex(adminUrl: string, schema: string, ads: Iterable<AdToShow>): Promise<void> {
  const settings = { maintenance_work_mem: '512MB' };
  const session = { url: adminUrl, schema, settings, poolSize: 2, statementTimeoutMs: INDEX_MAY_TAKE_MS };
  await inSchema(session, async (db) => {
    const [{ definition }] = await db.query(`select pg_get_indexdef('ad_terms'::regclass) as definition`);
    await db.query('drop index ad_terms');
    await putIn(new AdStore(db), db.manager, ads);
    await db.query(definition);
    // Else autovacuum comes while it is measured.
    await db.query('vacuum analyze ad');
  });
}

async function putIn(store: AdStore, manager: Parameters<AdStore['show']>[0], ads: Iterable<AdToShow>): Promise<void> {
  let some: AdToShow[] = [];
  let writing = Promise.resolve();
  for (const ad of ads) {
    some.push(ad);
    if (some.length < AT_ONCE) continue;
    // One batch is written while the next is made.
    await writing;
    writing = store.show(manager, some);
    some = [];
  }
  await writing;
  await store.show(manager, some);
}
