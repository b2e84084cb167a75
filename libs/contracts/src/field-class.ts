import { z } from 'zod';

/**
 * Who may see a field. PUBLIC: everyone. PARTNER: a portal, only under an agreement. INTERNAL: never leaves the service.
 * CONTACT: name, e-mail, phone of a person; sealed on topics. SECRET: keys and passwords; never on a topic, never logged.
 */
export type FieldClass = 'PUBLIC' | 'PARTNER' | 'INTERNAL' | 'CONTACT' | 'SECRET';

const CLASS = 'x-accord-class';
const classes: readonly string[] = ['PUBLIC', 'PARTNER', 'INTERNAL', 'CONTACT', 'SECRET'];
const isFieldClass = (value: unknown): value is FieldClass => typeof value === 'string' && classes.includes(value);

/** Declares a field's class; it stands in the generated JSON Schema as `x-accord-class`. */
export const classed = <S extends z.ZodType>(fieldClass: FieldClass, schema: S): S =>
  schema.meta({ ...schema.meta(), [CLASS]: fieldClass });

const unwrapped = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
    ? unwrapped(schema.unwrap())
    : schema;

/** The class a schema declares for itself, looked for through optional, nullable and default. */
export function classOf(schema: z.core.$ZodType): FieldClass | undefined {
  const own = z.globalRegistry.get(schema)?.[CLASS];
  if (isFieldClass(own)) return own;
  const inner = unwrapped(schema);
  return inner === schema ? undefined : classOf(inner);
}

/** A field of a schema: its JSON pointer (`*` for any item of a list) and the class it declares or inherits. */
export interface ClassedField {
  readonly pointer: string;
  readonly fieldClass: FieldClass | undefined;
}

/** Every leaf of a schema with its class; a leaf without one is a mistake that the contracts' tests find. */
export function classedFields(schema: z.core.$ZodType, pointer = '', inherited?: FieldClass): ClassedField[] {
  const fieldClass = classOf(schema) ?? inherited;
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodObject) {
    return Object.entries(inner.shape).flatMap(([name, field]) =>
      classedFields(field, `${pointer}/${name}`, fieldClass),
    );
  }
  if (inner instanceof z.ZodArray) return classedFields(inner.element, `${pointer}/*`, fieldClass);
  return [{ pointer, fieldClass }];
}

/**
 * The value without every field whose class is not kept. Serialisers name classes, never fields, so that a new field
 * cannot leak by being forgotten: one without a class is dropped.
 */
export function keepClasses(schema: z.core.$ZodType, value: unknown, keep: readonly FieldClass[]): unknown {
  return kept(schema, value, keep, undefined);
}

function kept(schema: z.core.$ZodType, value: unknown, keep: readonly FieldClass[], inherited?: FieldClass): unknown {
  const fieldClass = classOf(schema) ?? inherited;
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodObject) return keptObject(inner, value, keep, fieldClass);
  if (inner instanceof z.ZodArray) {
    if (!Array.isArray(value)) return undefined;
    return value
      .map((item: unknown) => kept(inner.element, item, keep, fieldClass))
      .filter((item) => item !== undefined);
  }
  return fieldClass !== undefined && keep.includes(fieldClass) ? value : undefined;
}

function keptObject(schema: z.ZodObject, value: unknown, keep: readonly FieldClass[], inherited?: FieldClass): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value).flatMap(([name, field]: [string, unknown]) => {
    const fieldSchema = schema.shape[name];
    const left = fieldSchema === undefined ? undefined : kept(fieldSchema, field, keep, inherited);
    return left === undefined ? [] : [[name, left] as const];
  });
  // A group nothing is left of stays as an empty one where the group itself may be seen.
  const mayBeSeen = inherited !== undefined && keep.includes(inherited);
  return entries.length > 0 || mayBeSeen ? Object.fromEntries(entries) : undefined;
}
