import { term } from '../terms.js';

/** Degrees of a cell's side, finest first: some 7, 14, 28, 55 and 110 km from south to north. */
const SIDES = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1] as const;
/** More would make the index read more lists than it saves ads. */
const MOST_CELLS = 20;

export interface Point {
  readonly lat: number;
  readonly lon: number;
}

interface Box {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

const cellTerm = (level: number, row: number, column: number): string => term('cell', `${level}:${row}:${column}`);

/** The cell of a place at every level. */
export const cellTerms = ({ lat, lon }: Point): string[] =>
  SIDES.map((side, level) => cellTerm(level, Math.floor(lat / side), Math.floor(lon / side)));

/** Cells of the finest level that cover a box with few enough of them. */
export function cellsOver(box: Box): string[] {
  const level = SIDES.findIndex((side) => countOf(box, side) <= MOST_CELLS);
  return cellsAt(box, level === -1 ? SIDES.length - 1 : level);
}

function cellsAt({ south, north, west, east }: Box, level: number): string[] {
  const side = SIDES[level] ?? 1;
  const rows = span(south, north, side);
  return rows.flatMap((row) => span(west, east, side).map((column) => cellTerm(level, row, column)));
}

const countOf = ({ south, north, west, east }: Box, side: number): number =>
  span(south, north, side).length * span(west, east, side).length;

function span(from: number, to: number, side: number): number[] {
  const first = Math.floor(from / side);
  return Array.from({ length: Math.floor(to / side) - first + 1 }, (_, at) => first + at);
}
