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

/** Takes the fields away from a value that a keeper does not keep. */
export type ClassKeeper = (value: unknown) => unknown;

/**
 * Keeps of a value the fields of these classes, and nothing else. Serialisers name classes, never fields, so that a new field
 * cannot leak by being forgotten: one without a class is dropped. The schema is read once: make one keeper for many values.
 */
export const classKeeper = (schema: z.core.$ZodType, keep: readonly FieldClass[]): ClassKeeper =>
  keeperOf(schema, keep, undefined);

function keeperOf(schema: z.core.$ZodType, keep: readonly FieldClass[], inherited?: FieldClass): ClassKeeper {
  const fieldClass = classOf(schema) ?? inherited;
  const inner = unwrapped(schema);
  const mayBeSeen = fieldClass !== undefined && keep.includes(fieldClass);
  if (inner instanceof z.ZodObject) return objectKeeper(inner, keep, fieldClass);
  if (inner instanceof z.ZodArray) return listKeeper(keeperOf(inner.element, keep, fieldClass));
  return (value) => (mayBeSeen ? value : undefined);
}

function listKeeper(element: ClassKeeper): ClassKeeper {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    return value.map((item: unknown) => element(item)).filter((item) => item !== undefined);
  };
}

/** A group nothing is left of stays as an empty one where the group itself may be seen. */
function objectKeeper(schema: z.ZodObject, keep: readonly FieldClass[], fieldClass?: FieldClass): ClassKeeper {
  const keepers = new Map(
    Object.entries(schema.shape).map(([name, field]) => [name, keeperOf(field, keep, fieldClass)] as const),
  );
  const mayBeSeen = fieldClass !== undefined && keep.includes(fieldClass);
  return (value) => {
    if (typeof value !== 'object' || value === null) return undefined;
    const left: Record<string, unknown> = {};
    let empty = true;
    // Only names that the schema has are ever set. In a loop, for lists are served through it.
    for (const [name, field] of Object.entries(value)) {
      const kept = keepers.get(name)?.(field);
      if (kept === undefined) continue;
      left[name] = kept;
      empty = false;
    }
    return empty && !mayBeSeen ? undefined : left;
  };
}
