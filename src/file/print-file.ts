import type { PipelineDocument } from '../model/document.ts';
import type { FileSource } from './file-source.ts';
import type { FileKind } from './format-version.ts';
import { mergeText } from './merge/merge-text.ts';
import { restoreText } from './normalise-text.ts';
import { documentTree } from './tree/document-tree.ts';
import { entryLines } from './write-text.ts';

/**
 * The text of a document. With the source it was read from, everything that was not edited stays as it stands there:
 * comments, order and style, fields of a newer version, the byte order mark and the line ends.
 */
export function printPipelineFile(document: PipelineDocument, source?: FileSource): string {
  return printFile(document, 'Pipeline', source);
}

/** The text of a document as a file of the given kind. */
export function printFile(document: PipelineDocument, kind: FileKind, source?: FileSource): string {
  const tree = documentTree(document, kind);
  if (source === undefined) return `${entryLines(tree.entries, 0).join('\n')}\n`;
  const text = source.mergeable ? mergeText(source, tree) : `${entryLines(tree.entries, 0).join('\n')}\n`;
  return restoreText(text, source.normalised);
}
