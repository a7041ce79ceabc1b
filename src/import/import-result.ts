import type { PipelineDocument } from '../model/document.ts';
import type { SentenceValues } from '../words/sentence.ts';

/** Something of a foreign file, as data. The sentence is `import.<code>` of the words catalogue. */
export interface ImportNote {
  readonly code: string;
  readonly values: SentenceValues;
}

/** A foreign file as an editable document, and what of it could not be kept. */
export interface ImportedDocument {
  readonly document: PipelineDocument;
  readonly notKept: readonly ImportNote[];
  /** What has no meaning here and is written back unchanged, with its place in the foreign file. */
  readonly kept?: readonly ImportNote[];
}
