import type { FileMap } from './file-node.ts';
import type { NormalisedText } from './normalise-text.ts';
import type { SourceMap } from './source-node.ts';

/** What is kept of a file that was read, so that writing it again changes only what was edited. */
export interface FileSource {
  readonly normalised: NormalisedText;
  /** The content with its places in `normalised.text`. */
  readonly root: SourceMap;
  /** The file as this program would have written what it read. Where an edited document agrees, the old text stays. */
  readonly tree: FileMap;
  /** False where the text cannot be kept piece by piece: anchors, several documents, broken parts. */
  readonly mergeable: boolean;
}
