/** Turns offsets of a text into places for people. */
export interface LineIndex {
  /** 1-based line and column, the column in UTF-16 units. */
  placeOf(offset: number): { readonly line: number; readonly column: number };
}

/**
 * Indexes the lines of a text once; a lookup is a binary search. `added` holds, by 1-based line, how many spaces the text
 * has at its start that the person's text has not.
 */
export function createLineIndex(source: string, added: ReadonlyMap<number, number> = new Map()): LineIndex {
  let starts: number[] | undefined;
  return {
    placeOf(offset) {
      starts ??= findLineStarts(source);
      const line = countUpTo(starts, offset);
      const column = offset - (starts[line - 1] ?? 0) - (added.get(line) ?? 0) + 1;
      return { line, column: Math.max(column, 1) };
    },
  };
}

function findLineStarts(source: string): number[] {
  const starts = [0];
  for (const match of source.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** How many of the sorted numbers are not beyond `limit`; at least one. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let low = 1;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle - 1] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
