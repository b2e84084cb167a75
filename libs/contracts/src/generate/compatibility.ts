type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const schemaAt = (schema: Schema, key: string): Schema => {
  const value = schema[key];
  return isSchema(value) ? value : {};
};
const listAt = (schema: Schema, key: string): readonly unknown[] => {
  const value = schema[key];
  return Array.isArray(value) ? value : [];
};

/**
 * What in `after` would break a reader or a writer that was built with `before`: a field removed, a new required field,
 * an enum with fewer values, another type, a narrower bound. Each is told by its JSON pointer; none means compatible.
 */
export function breakingChanges(before: Schema, after: Schema, at = ''): string[] {
  const here = at === '' ? '/' : at;
  return [
    ...typeChanges(before, after, here),
    ...enumChanges(before, after, here),
    ...boundChanges(before, after, here),
    ...propertyChanges(before, after, at),
    ...requiredChanges(before, after, at),
    ...itemChanges(before, after, at),
    ...optionChanges(before, after, at),
  ];
}

function typeChanges(before: Schema, after: Schema, at: string): string[] {
  const was = JSON.stringify(before['type']);
  const is = JSON.stringify(after['type']);
  return was !== undefined && is !== undefined && was !== is ? [`${at}: type ${was} became ${is}`] : [];
}

function enumChanges(before: Schema, after: Schema, at: string): string[] {
  const was = 'const' in before ? [before['const']] : listAt(before, 'enum');
  const is = 'const' in after ? [after['const']] : listAt(after, 'enum');
  if (is.length === 0) return [];
  if (was.length === 0) return before['type'] === undefined ? [] : [`${at}: is now limited to a list of values`];
  return was.filter((value) => !is.includes(value)).map((value) => `${at}: value ${JSON.stringify(value)} removed`);
}

const upper = ['maximum', 'maxLength', 'maxItems', 'exclusiveMaximum'];
const lower = ['minimum', 'minLength', 'minItems', 'exclusiveMinimum'];

function boundChanges(before: Schema, after: Schema, at: string): string[] {
  const narrower = (key: string, tighter: (was: number, is: number) => boolean) => {
    const [was, is] = [before[key], after[key]];
    if (typeof is !== 'number') return [];
    if (typeof was !== 'number') return before['type'] === undefined ? [] : [`${at}: ${key} ${is} is new`];
    return tighter(was, is) ? [`${at}: ${key} ${was} became ${is}`] : [];
  };
  const patterns =
    after['pattern'] !== undefined && before['type'] !== undefined && before['pattern'] !== after['pattern']
      ? [`${at}: another pattern`]
      : [];
  return [
    ...upper.flatMap((key) => narrower(key, (was, is) => is < was)),
    ...lower.flatMap((key) => narrower(key, (was, is) => is > was)),
    ...patterns,
  ];
}

function propertyChanges(before: Schema, after: Schema, at: string): string[] {
  const was = schemaAt(before, 'properties');
  const is = schemaAt(after, 'properties');
  return Object.keys(was).flatMap((name) =>
    name in is
      ? breakingChanges(schemaAt(was, name), schemaAt(is, name), `${at}/${name}`)
      : [`${at}/${name}: field removed`],
  );
}

function requiredChanges(before: Schema, after: Schema, at: string): string[] {
  if (before['type'] === undefined) return [];
  const was = listAt(before, 'required');
  return listAt(after, 'required')
    .filter((name) => !was.includes(name))
    .map((name) => `${at}/${String(name)}: is now required`);
}

const itemChanges = (before: Schema, after: Schema, at: string): string[] =>
  'items' in before && 'items' in after
    ? breakingChanges(schemaAt(before, 'items'), schemaAt(after, 'items'), `${at}/*`)
    : [];

/** Options of a union are compared with the one of the same type and constants, where that is clear, else by place. */
function optionChanges(before: Schema, after: Schema, at: string): string[] {
  return ['anyOf', 'oneOf'].flatMap((kind) => {
    const is = listAt(after, kind).filter(isSchema);
    return listAt(before, kind)
      .filter(isSchema)
      .flatMap((option, place) => {
        const [same, ...others] = is.filter((other) => tagOf(other) === tagOf(option));
        const now = others.length === 0 && hasConstants(option) ? same : (is[place] ?? same);
        return now === undefined
          ? [`${at === '' ? '/' : at}: option ${tagOf(option)} removed`]
          : breakingChanges(option, now, at);
      });
  });
}

const constantsOf = (option: Schema): string[] =>
  Object.entries(schemaAt(option, 'properties')).flatMap(([name, field]) =>
    isSchema(field) && 'const' in field ? [`${name}=${JSON.stringify(field['const'])}`] : [],
  );
const hasConstants = (option: Schema): boolean => constantsOf(option).length > 0;

/** The option's type and constant fields, which tell it from the others. */
const tagOf = (option: Schema): string => [String(option['type']), ...constantsOf(option)].join(' ');
