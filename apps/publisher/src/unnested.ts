/** One column of rows that go to the database as arrays, one an column: a statement for any number of rows. */
export interface Column<Row> {
  readonly name: string;
  readonly type: string;
  readonly of: (row: Row) => unknown;
}

/** `unnest($1::uuid[], $2::text[]) as n (id, name)` and the values for it, the first of them numbered `first`. */
export function unnested<Row>(columns: readonly Column<Row>[], rows: readonly Row[], first = 1) {
  const arrays = columns.map(({ type }, at) => `$${first + at}::${type}[]`).join(', ');
  const names = columns.map(({ name }) => name).join(', ');
  return {
    from: `unnest(${arrays}) as n (${names})`,
    names,
    values: columns.map(({ of }) => rows.map((row) => of(row) ?? null)),
  };
}
