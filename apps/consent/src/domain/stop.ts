import { agreementDraft } from '@accord/contracts/agreement';
import { partnerRegistered } from '@accord/contracts/events/partner-registered';
import { offerIntent } from '@accord/contracts/offer-state';
import { holderId, instant, sha256, version } from '@accord/contracts/primitives';
import { z } from 'zod';

/** The row that a stop changes: everything it covers hangs on it. */
const stopScope = z.strictObject({ kind: z.enum(['partner', 'holder', 'offer']), id: z.string() });
export type StopScope = z.infer<typeof stopScope>;

/** A clause as it is given, with what consent adds. */
const givenClause = z.strictObject({
  id: z.uuid(),
  holder: holderId,
  draft: agreementDraft,
  wordingDigest: sha256,
  digest: sha256,
  actor: sha256,
});
export type GivenClause = z.infer<typeof givenClause>;

/** What is changed, in full: whoever finds the intent of a dead instance can finish it. */
const stopChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('clauses'),
    end: z.array(z.strictObject({ id: z.uuid(), as: z.enum(['withdrawn', 'replaced', 'lapsed']) })),
    begin: z.array(z.uuid()),
    add: givenClause.nullable(),
  }),
  /** Intake's word: its version is committed there. */
  z.strictObject({
    kind: z.literal('intent'),
    version,
    intent: offerIntent.exclude(['show']).or(z.literal('erased')),
    reason: z.string().max(60).nullable(),
  }),
  /** The clock passed the end of the text on show. */
  z.strictObject({ kind: z.literal('lapse'), revision: z.int() }),
  /** A verdict takes the text down, or shows another that fewer may have. */
  z.strictObject({ kind: z.literal('text'), revision: z.int().nullable() }),
  z.strictObject({ kind: z.literal('partner'), facts: partnerRegistered.data }),
  z.strictObject({ kind: z.literal('partnerGone'), version }),
  z.strictObject({
    kind: z.literal('halt'),
    setBy: z.string(),
    reason: z.string(),
    /** Of an event that could not be handled: a later one lifts the halt. */
    version: version.nullable(),
  }),
  /** A halt is lifted by whoever set it: a change like the others, which takes nothing away. */
  z.strictObject({ kind: z.literal('lift'), setBy: z.string() }),
]);
export type StopChange = z.infer<typeof stopChange>;

/** A change after which something allowed before is not (DESIGN.md §3, "The withdrawal"). */
export const stop = z.strictObject({
  id: z.uuid(),
  scope: stopScope,
  because: z.string().max(60),
  /** Whose offers it is about; absent for a partner's. */
  holder: holderId.optional(),
  /** The one offer that its clauses are about, where they are about one: the others need no new decision. */
  offer: z.uuid().optional(),
  /** The agreement that is withdrawn, where it is that. */
  agreement: z.uuid().optional(),
  actor: sha256.optional(),
  requestedAt: instant,
  change: stopChange,
});
export type Stop = z.infer<typeof stop>;

/** Agreements that this stop ends: permits in their name are waited for, whatever else may allow the pair. */
export const endedBy = ({ change }: Pick<Stop, 'change'>): ReadonlySet<string> =>
  new Set(change.kind === 'clauses' ? change.end.map(({ id }) => id) : []);
