import { z } from 'zod';

/** What a filter by codes takes. */
export interface Codes {
  /** The code as the index has it, or undefined for one that is none. */
  readonly read: (code: string) => string | undefined;
  /** Said to who sent another: the codes, or where they are listed. */
  readonly accepted: string;
  /** For the documentation. */
  readonly description: string;
  readonly most?: number;
  /** What several of them mean. */
  readonly several?: string;
}

const MOST = 20;

/**
 * A filter that takes one code or several, separated by commas or with the parameter repeated, or both; an ad has any of
 * them. A code that is none is refused with what would be accepted.
 */
export function codeParameter({ read, accepted, description, most = MOST, several = 'an ad has one of them' }: Codes) {
  return z
    .union([z.string(), z.array(z.string()).max(most)])
    .transform((given, context): string[] => {
      const codes = [given].flat().flatMap((part) => part.split(',').map((code) => code.trim()));
      if (codes.length > most) {
        context.addIssue({ code: 'custom', message: `at most ${most} values, separated by commas or repeated` });
        return z.NEVER;
      }
      return [...new Set(codes)].flatMap((code) => {
        const known = read(code);
        if (known === undefined)
          context.addIssue({ code: 'custom', message: `${named(code)} is not accepted: ${accepted}` });
        return known ?? [];
      });
    })
    .optional()
    .meta({
      description: most === 1 ? description : `${description}. Separated by commas, or repeated: ${several}.`,
    });
}

/** A value is repeated to who sent it only where it can be nothing but a code. */
export const named = (value: string): string => {
  if (value === '') return 'an empty value';
  return /^[\w.+-]{1,12}$/.test(value) ? `"${value}"` : 'this value';
};

/** A closed list, given whole when another value is sent. */
export const listed = (values: readonly string[], description: string): Codes => ({
  read: (code) => (values.includes(code) ? code : undefined),
  accepted: `one of ${values.join(', ')}`,
  description,
});

/** A long list, named by the nomenclature that holds it. */
export const ofNomenclature = (
  read: Codes['read'],
  { list, example, description }: { readonly list: string; readonly example: string; readonly description: string },
): Codes => ({ read, accepted: `a code such as ${example} (GET /v1/nomenclatures/${list})`, description });
