import { offerMandate } from '@accord/contracts/offer';
import { sha256, siren, siret } from '@accord/contracts/primitives';
import { z } from 'zod';

import { mandateActs } from '../domain/mandate.js';

const instant = z.iso.datetime();
const act = z.enum(mandateActs);
const kind = offerMandate.shape.kind;
const unique = (list: readonly string[]): boolean => new Set(list).size === list.length;
const proof = z.strictObject({
  /** SHA-256 of the document, in hexadecimal: whoever has the document can show that it is this one. */
  sha256,
  /** What it is, and where it can be asked for. */
  description: z.string().trim().min(3).max(500),
});

/** POST /v1/mandates: an employer names an `agent` and grants at once; an agent names a `holder`, and proves. */
export const newMandate = z
  .strictObject({
    /** The SIREN of who is to act for you. */
    agent: siren.optional(),
    /** The SIREN of the employer you act for. */
    holder: siren.optional(),
    kind,
    /** Left out: all establishments of the employer. */
    sirets: z.array(siret).min(1).max(500).refine(unique, 'names an establishment twice').optional(),
    acts: z
      .array(act)
      .min(1)
      .refine(unique, 'names an act twice')
      .default([...mandateActs]),
    /** Days in Europe/Paris, both included; left out: from today, until it is ended. */
    startsOn: z.iso.date().optional(),
    endsOn: z.iso.date().optional(),
    proof: proof.optional(),
  })
  .refine(({ agent, holder }) => (agent === undefined) !== (holder === undefined), {
    path: ['agent'],
    error: 'name an agent, if you are the employer; or a holder, if you are the agent',
  })
  .refine(({ holder, proof: given }) => holder === undefined || given !== undefined, {
    path: ['proof'],
    error: 'who declares that it acts for somebody else proves it',
  })
  .meta({ title: 'NewMandate' });
export type NewMandate = z.infer<typeof newMandate>;

export const mandateEnd = z.strictObject({ reason: z.string().trim().min(1).max(200).optional() }).optional();
export type MandateEnd = z.infer<typeof mandateEnd>;

const actor = z.strictObject({ role: z.enum(['holder', 'agent', 'operator']) });
export const mandateView = z
  .strictObject({
    id: z.uuid(),
    holder: siren,
    agent: siren,
    kind,
    sirets: z.array(siret).optional(),
    acts: z.array(act),
    proof: proof.optional(),
    declaredBy: z.enum(['holder', 'agent']),
    state: z.enum(['pending', 'active', 'ended']),
    /** Whether its agent may act today. */
    inForce: z.boolean(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date().optional(),
    createdAt: instant,
    confirmed: actor.extend({ at: instant }).optional(),
    ended: actor.extend({ at: instant, reason: z.string().optional() }).optional(),
  })
  .meta({ title: 'Mandate' });
export type MandateView = z.infer<typeof mandateView>;
export const mandateState = mandateView.shape.state;
export const mandateList = z.strictObject({ items: z.array(mandateView), next: z.string().optional() });
export type MandateList = z.infer<typeof mandateList>;
