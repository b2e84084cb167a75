import { z } from 'zod';

import {
  contractNature,
  contractType,
  exigence,
  experienceExigence,
  experienceUnit,
  payUnit,
  qualification,
  remoteMode,
  trainingLevel,
} from './code-lists.js';
import { classed } from './field-class.js';
import { inseeCode, nafCode, postalCode, romeCode, siren, siret } from './primitives.js';
import { dayOrInstant } from './show-dates.js';

const text = (max: number) => z.string().trim().min(1).max(max);
const cents = z.int().nonnegative().max(1_000_000_000);

export const offerOccupation = classed(
  'PUBLIC',
  z.strictObject({
    romeCode,
    /** OGR code of the appellation. */
    ogrCode: z
      .string()
      .regex(/^\d{4,6}$/, 'an OGR code has 4 to 6 digits')
      .optional(),
    label: text(300).optional(),
    escoUri: z.url().optional(),
    iscoCode: z
      .string()
      .regex(/^\d{4}$/, 'an ISCO-08 code has 4 digits')
      .optional(),
    /** How sure a classifier was, 0 to 1; absent when a person chose the code. */
    confidence: classed('INTERNAL', z.number().min(0).max(1)).optional(),
  }),
);

export const offerEmployer = classed(
  'PUBLIC',
  z.strictObject({
    siret: classed('PARTNER', siret),
    name: text(120),
    brand: text(120).optional(),
    description: text(5_000).optional(),
    website: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
    /** Number of employees: INSEE's band, as a code. */
    size: z
      .string()
      .regex(/^(NN|\d{2})$/, 'a size band has two digits (INSEE), or NN')
      .optional(),
    naf: nafCode.optional(),
    /** The public and partners do not learn who the employer is; the authority may ask (L5332-2). */
    anonymous: z.boolean().default(false),
    /** Entreprise adaptée. */
    adaptedCompany: z.boolean().optional(),
  }),
);

export const finalClient = classed('INTERNAL', z.strictObject({ siret: siret.optional(), name: text(120).optional() }));
export const offerMandate = classed(
  'INTERNAL',
  z.strictObject({
    holderSiren: siren,
    kind: z.enum(['agency', 'school', 'group', 'other']),
    id: z.string().max(60).optional(),
  }),
);

export const workplace = classed(
  'PUBLIC',
  z.strictObject({
    communeInsee: inseeCode,
    postalCode,
    label: text(200).optional(),
    street: text(200).optional(),
    department: z
      .string()
      .regex(/^(\d{2}|2[AB]|97\d|98\d)$/, 'a department looks like 75, 2A or 974')
      .optional(),
    region: z
      .string()
      .regex(/^\d{2}$/, 'a region code has 2 digits (INSEE)')
      .optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, 'a country is an ISO 3166 code of two letters')
      .default('FR'),
    lat: z.number().min(-90).max(90).optional(),
    lon: z.number().min(-180).max(180).optional(),
    employmentArea: z.string().max(10).optional(),
  }),
);
export type Workplace = z.infer<typeof workplace>;

export const offerRemote = classed(
  'PUBLIC',
  z.strictObject({
    mode: remoteMode,
    daysPerWeek: z.number().min(0).max(7).optional(),
  }),
);

export const offerContract = classed(
  'PUBLIC',
  z.strictObject({
    type: contractType,
    nature: contractNature,
    durationMonths: z.int().positive().max(120).optional(),
    durationDays: z.int().positive().max(3_650).optional(),
    startDate: z.iso.date().optional(),
    startFlexible: z.boolean().optional(),
    /** Why a fixed term is allowed: a law's ground (L1242-2), in words. */
    cddMotive: classed('PARTNER', text(300)).optional(),
  }),
);

export const workingTime = classed(
  'PUBLIC',
  z.strictObject({
    weeklyHours: z.int().min(0).max(60).optional(),
    /** Minutes beyond the whole hours. */
    weeklyMinutes: z.int().min(0).max(59).optional(),
    fullTime: z.boolean().optional(),
    scheduleCode: z.string().max(3).optional(),
    shift: z.boolean().optional(),
    weekend: z.boolean().optional(),
    comment: text(500).optional(),
  }),
);

export const payRange = classed(
  'PUBLIC',
  z.strictObject({
    /** Gross, in cents of the currency, for one unit. */
    min: cents.optional(),
    max: cents.optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'a currency is an ISO 4217 code')
      .default('EUR'),
    unit: payUnit,
    /** Months paid a year. */
    months: z.number().min(12).max(16).optional(),
    comment: text(300).optional(),
    benefits: z.array(text(120)).max(20).optional(),
    negotiable: z.boolean().optional(),
  }),
);

const labelled = { label: text(200).optional(), exigence };
export const offerRequirements = classed(
  'PUBLIC',
  z.strictObject({
    experience: z.strictObject({
      exigence: experienceExigence,
      min: z.int().min(0).max(600).optional(),
      max: z.int().min(0).max(600).optional(),
      unit: experienceUnit.optional(),
      comment: text(300).optional(),
    }),
    qualification: qualification.optional(),
    trainings: z
      .array(z.strictObject({ level: trainingLevel, domain: text(200).optional(), exigence }))
      .max(10)
      .optional(),
    languages: z
      .array(
        z.strictObject({
          iso639: z.string().regex(/^[a-z]{2,3}$/, 'a language is an ISO 639 code'),
          /** France Travail's 1–5, or the CEFR's A1–C2. */
          level: z.enum(['1', '2', '3', '4', '5', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2']).optional(),
          exigence,
        }),
      )
      .max(10)
      .optional(),
    licences: z
      .array(z.strictObject({ code: z.string().max(5), ...labelled }))
      .max(10)
      .optional(),
    skills: z
      .array(z.strictObject({ code: z.string().max(12).optional(), ...labelled }))
      .max(40)
      .optional(),
    softSkills: z.array(text(120)).max(3).optional(),
  }),
);

export const offerAccess = classed(
  'PUBLIC',
  z.strictObject({
    handicap: z.boolean().optional(),
    inclusion: z.boolean().optional(),
    beginnersWelcome: z.boolean().optional(),
    seniorFriendly: z.boolean().optional(),
  }),
);

/** How to apply. E-mail, phone and the contact's name are a person's: sealed on topics. */
export const offerApply = classed(
  'PUBLIC',
  z.strictObject({
    url: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
    /** Apply through the public service itself. */
    form: z.boolean().optional(),
    instructions: text(1_000).optional(),
    contactRole: text(120).optional(),
    email: classed('CONTACT', z.email().max(254)).optional(),
    phone: classed('CONTACT', z.string().regex(/^\+?[\d .()-]{6,20}$/, 'a phone number has 6 to 20 digits')).optional(),
    contactName: classed('CONTACT', text(120)).optional(),
  }),
);

/** Where an ad came from that a partner site sent in; an employer's own offer has none. */
export const offerSource = classed(
  'PUBLIC',
  z.strictObject({
    partner: z.string().max(60),
    collector: classed('INTERNAL', z.string().max(60)).optional(),
    reference: classed('INTERNAL', text(255)),
    url: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
    receivedAt: classed('INTERNAL', z.iso.datetime()),
  }),
);

const offerFields = {
  /** The employer's own; unique among its offers. */
  reference: classed('PARTNER', text(255)),
  title: classed('PUBLIC', text(200)),
  description: classed('PUBLIC', z.string().trim().min(30).max(20_000)),
  occupation: offerOccupation,
  employer: offerEmployer,
  finalClient: finalClient.optional(),
  mandate: offerMandate.optional(),
  workplaces: z.array(workplace).min(1).max(10),
  remote: offerRemote.optional(),
  contract: offerContract,
  workingTime: workingTime.optional(),
  pay: payRange.optional(),
  requirements: offerRequirements,
  openings: classed('PUBLIC', z.int().min(1).max(999)).default(1),
  access: offerAccess.optional(),
  apply: offerApply,
  /** First day (or instant) on show; without it, as soon as it is approved. */
  opensOn: classed('PUBLIC', dayOrInstant).optional(),
  /** Last day on show, which ends with the day in Europe/Paris, or the instant it ends (`show-dates.ts`). */
  closesOn: classed('PUBLIC', dayOrInstant),
};

/** What an employer writes: the body of POST and PUT /v1/offers. Who may show it is never part of it: that is an agreement. */
export const offerDraft = z
  .strictObject({
    ...offerFields,
    /** Left out, intake closes the offer after its default time on show (60 days). */
    closesOn: offerFields.closesOn.optional(),
  })
  .meta({ title: 'OfferDraft' });
export type OfferDraft = z.infer<typeof offerDraft>;

/** Everything an offer can hold, in the clear: known to intake alone. */
export const offerContent = z.strictObject({ ...offerFields, source: offerSource.optional() });
export type OfferContent = z.infer<typeof offerContent>;
