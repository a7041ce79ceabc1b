import { parsePipelineFile } from '../../src/file/parse-file.ts';
import type { SourceNode } from '../../src/file/source-node.ts';

/** The lines (from 0) on which an entry of a block map begins, with its column. */
export function entryPlaces(text: string): readonly { readonly line: number; readonly column: number }[] {
  const parsed = parsePipelineFile(text);
  if (!parsed.ok) throw new Error(parsed.error.code);
  const lines = text.split('\n');
  const places: { line: number; column: number }[] = [];
  const visit = (node: SourceNode): void => {
    if (node.kind === 'list') node.items.forEach(visit);
    if (node.kind !== 'map') return;
    for (const entry of node.entries) {
      const line = entry.line - 1;
      const column = (lines[line] ?? '').search(/[^\s]/);
      if (!node.flow && !(lines[line] ?? '').startsWith('-', column)) places.push({ line, column });
      visit(entry.value);
    }
  };
  visit(parsed.value.source.root);
  return places;
}

/** The text with a numbered comment before each entry that is chosen. */
export function withComments(text: string, isChosen: (index: number) => boolean): string {
  const before = new Map<number, string>();
  entryPlaces(text).forEach(({ line, column }, index) => {
    if (isChosen(index)) before.set(line, `${' '.repeat(column)}# comment ${index}`);
  });
  return text
    .split('\n')
    .flatMap((line, index) => (before.has(index) ? [before.get(index) ?? '', line] : [line]))
    .join('\n');
}

/** The lines that are not the same in two texts: what a line-by-line comparison would show. */
export function changedLines(before: string, after: string): { readonly removed: string[]; readonly added: string[] } {
  const [left, right] = [before.split('\n'), after.split('\n')];
  const table = Array.from({ length: left.length + 1 }, () => new Uint32Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const row = table[i] as Uint32Array;
      const below = table[i + 1] as Uint32Array;
      row[j] = left[i] === right[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  const removed: string[] = [];
  const added: string[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      i++;
      j++;
    } else if (j >= right.length || (i < left.length && (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
      removed.push(left[i++] ?? '');
    } else added.push(right[j++] ?? '');
  }
  return { removed, added };
}
