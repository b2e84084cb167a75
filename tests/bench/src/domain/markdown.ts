export interface Column {
  readonly name: string;
  readonly align?: 'left' | 'right';
}

/** A Markdown table. Cells hold text of one line; a bar in one is escaped. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const lines = [
    columns.map(({ name }) => name),
    columns.map(({ align = 'left' }) => (align === 'right' ? '---:' : '---')),
    ...rows,
  ];
  return lines.map((cells) => `| ${cells.map(escaped).join(' | ')} |`).join('\n');
}

const escaped = (cell: string): string => cell.replaceAll('|', '\\|');

/**
 * The text with what stands between the two marks replaced; the marks stay.
 * @throws Error where they are not there, once each and in order
 */
export function replaceBetween(text: string, [begin, end]: readonly [string, string], content: string): string {
  const [before, rest, ...more] = text.split(begin);
  const [, after, ...others] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined || more.length > 0 || others.length > 0)
    throw new Error(`the text must have ${begin} and ${end} once each, in this order`);
  return `${before}${begin}\n\n${content.trim()}\n\n${end}${after}`;
}
