const COLUMN = 320;
const ROW = 220;
const ROWS = 4;

/** Where something stands until the layout has found it a place: in columns, in the order of the document. */
export function provisionalPlace(index: number): { readonly x: number; readonly y: number } {
  return { x: COLUMN + Math.floor(index / ROWS) * COLUMN, y: (index % ROWS) * ROW };
}
