import type { FileMap } from '../file-node.ts';
import type { FileSource } from '../file-source.ts';
import { entryLines } from '../write-text.ts';
import { mergeMap } from './merge-map.ts';
import { linesIn, sourceLines } from './source-lines.ts';

/** The text of a tree in which every part that is as it was read keeps its former text. LF line ends. */
export function mergeText(source: FileSource, tree: FileMap): string {
  const lines = sourceLines(source.normalised.text);
  const first = (source.root.entries[0]?.line ?? 1) - 1;
  const head = linesIn(lines, { from: 0, to: first });
  const merged = mergeMap(lines, source.root, source.tree, tree, { from: first, to: lines.lines.length });
  return merged === undefined ? `${entryLines(tree.entries, 0).join('\n')}\n` : [...head, ...merged].join('\n');
}
