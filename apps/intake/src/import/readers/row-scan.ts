/**
 * How far a row of a delimited text (RFC 4180) is read: at a cell's beginning, in a cell without quotes, in a quoted one, behind
 * a quote there that closes the cell unless another follows, behind a cell that is closed; or no row can be read so.
 */
export type RowState = 'cell' | 'plain' | 'quoted' | 'quote' | 'closed' | 'bad';

export const QUOTE = 34;
export const LINE_END = 10;
const SPACE = 32;

/** The state behind one more character, which is no line end. Spaces around a quoted cell are let be. */
export function stepped(state: RowState, code: number, delimiter: number): RowState {
  switch (state) {
    case 'cell':
      if (code === QUOTE) return 'quoted';
      return code === SPACE || code === delimiter ? 'cell' : 'plain';
    case 'plain':
      return code === delimiter ? 'cell' : 'plain';
    case 'quoted':
      return code === QUOTE ? 'quote' : 'quoted';
    case 'quote':
      if (code === QUOTE) return 'quoted';
      return behindQuotes(code, delimiter);
    case 'closed':
      return behindQuotes(code, delimiter);
    case 'bad':
      return 'bad';
  }
}

function behindQuotes(code: number, delimiter: number): RowState {
  if (code === delimiter) return 'cell';
  return code === SPACE ? 'closed' : 'bad';
}

/** What a line end makes of a row: it ends, unless a quote is open. */
export function endOf(state: RowState): 'row' | 'open' | 'bad' {
  if (state === 'quoted') return 'open';
  return state === 'bad' ? 'bad' : 'row';
}

/** The cells of a row that can be read, without its line end. */
export function cellsOf(row: string, delimiter: string): string[] {
  if (!row.includes('"')) return row.split(delimiter);
  const cells: string[] = [];
  for (let at = 0; ; at += 1) {
    const open = skipSpaces(row, at);
    const quoted = row[open] === '"';
    const end = quoted ? closingQuote(row, open + 1) : indexOr(row, delimiter, at);
    cells.push(quoted ? row.slice(open + 1, end).replaceAll('""', '"') : row.slice(at, end));
    at = quoted ? skipSpaces(row, end + 1) : end;
    if (at >= row.length) return cells;
  }
}

function closingQuote(row: string, from: number): number {
  let at = indexOr(row, '"', from);
  while (row[at + 1] === '"') at = indexOr(row, '"', at + 2);
  return at;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at += 1;
  return at;
}

function indexOr(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at === -1 ? text.length : at;
}
