/** Turns offsets of a text into places for people. */
export interface LineIndex {
  /** 1-based line and column, the column in UTF-16 units. */
  placeOf(offset: number): { readonly line: number; readonly column: number };
}

/** Indexes the lines of a text once; a lookup is a binary search. */
export function createLineIndex(source: string): LineIndex {
  let starts: number[] | undefined;
  return {
    placeOf(offset) {
      starts ??= findLineStarts(source);
      const line = countUpTo(starts, offset);
      return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
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
