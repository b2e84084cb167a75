import type { ShowFacts } from '../domain/may-show.js';
import type { OpenShow } from '../domain/withdrawal.js';
import { OFFER_COLUMNS, offerOf, offerRow } from '../rows/offer-row.js';
import { PARTNER_COLUMNS, partnerOf, partnerRow } from '../rows/partner-row.js';
import { type Db, readRows } from '../rows/read-rows.js';
import { PermitGateStore } from '../permits/permit-gate.store.js';

/** What decides about these offers now, with all partners or those named. Reads without locks: whoever needs one has it. */
export async function readRuleFacts(
  db: Db,
  offers: readonly string[],
  partners?: readonly string[],
): Promise<readonly ShowFacts[]> {
  if (offers.length === 0) return [];
  const offerRows = await readRows(
    db,
    offerRow,
    `select ${OFFER_COLUMNS} from offer where offer_id = any($1::uuid[]) order by offer_id`,
    [offers],
  );
  const partnerRows = await readRows(
    db,
    partnerRow,
    `select ${PARTNER_COLUMNS} from partner where $1::text[] is null or partner_id = any($1) order by partner_id`,
    [partners ?? null],
  );
  const facts = offerRows.map(offerOf);
  const holders = [...new Set(facts.map(({ holder }) => holder))];
  const about = { session: '', offers, holders, partners: partnerRows.map((row) => row.partner_id) };
  const store = new PermitGateStore(db, 'skip');
  const halts = await store.halts(about);
  const clauses = await store.clauses(holders, offers);
  const all = partnerRows.map(partnerOf);
  return facts.map((offer) => ({ offer, clauses: clauses.get(offer.holder) ?? [], partners: all, halts }));
}

/** The same for open permits: their offers, with every partner that one of them names. */
export const factsOfPermits = (db: Db, permits: readonly OpenShow[]): Promise<readonly ShowFacts[]> =>
  readRuleFacts(
    db,
    [...new Set(permits.map(({ offerId }) => offerId))],
    [...new Set(permits.map(({ partner }) => partner))],
  );
