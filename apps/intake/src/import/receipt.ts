import { finding } from '@accord/contracts/finding';
import { z } from 'zod';

/** A finding about a record of a file: it names the field there too. */
const importFinding = finding
  .extend({
    /** The field's name in the file: a column, a path of XML elements, a JSON pointer. Absent where that is `pointer`. */
    source: z.string().max(200).optional(),
  })
  .meta({ title: 'ImportFinding' });
export type ImportFinding = z.infer<typeof importFinding>;

/** What became of one record. */
export const importReceipt = z.strictObject({
  /** Where the record begins in the file. */
  line: z.int(),
  /** Null where none could be read. */
  reference: z.string().nullable(),
  id: z.uuid().optional(),
  revision: z.int().optional(),
  status: z.enum(['created', 'revised', 'unchanged', 'withdrawn', 'refused']),
  /** Of a withdrawal: where to ask from when on it takes effect. */
  stop: z.string().optional(),
  findings: z.array(importFinding),
});
export type ImportReceipt = z.infer<typeof importReceipt>;

/** GET /v1/imports/{id}. `running` also while nobody knows yet that its process died. */
export const importView = z.strictObject({
  id: z.uuid(),
  state: z.enum(['running', 'complete', 'interrupted']),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
  /** Why, and in which line, reading ended before the file did; its last receipt says the same. */
  endedEarly: z.strictObject({ line: z.int(), rule: z.string(), message: finding.shape.message }).optional(),
  items: z.array(importReceipt),
  next: z.string().optional(),
});
export type ImportView = z.infer<typeof importView>;
