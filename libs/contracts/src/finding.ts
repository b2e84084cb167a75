import { z } from 'zod';

/** `block`: cannot be shown like this. `review`: a person must look. `advise`: would be better otherwise. */
export const severity = z.enum(['block', 'review', 'advise']);
export type Severity = z.infer<typeof severity>;

const bilingual = z.strictObject({ fr: z.string(), en: z.string() });

/** What a check found. It never quotes the offer's text: the pointer and span say where to look. */
export const finding = z
  .strictObject({
    /** The rule's id in RULES.md, such as FR-SMIC. */
    rule: z.string().regex(/^[A-Z][A-Z0-9-]{1,40}$/),
    /** The article of law it comes from, where there is one. */
    article: z.string().max(60).optional(),
    severity,
    /** JSON pointer (RFC 6901) into the offer. */
    pointer: z.string().max(200),
    /** Characters of the field, first included, last excluded. */
    span: z.strictObject({ start: z.int().nonnegative(), end: z.int().positive() }).optional(),
    message: bilingual,
    /** What to do about it. */
    remedy: bilingual,
  })
  .meta({ title: 'Finding' });
export type Finding = z.infer<typeof finding>;
