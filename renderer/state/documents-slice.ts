import type { AnalysisResult } from '../../src/analysis/analysis-result.ts';
import type { FileProblem } from '../../src/file/file-problem.ts';
import type { FileSource } from '../../src/file/file-source.ts';
import type { ImportNote } from '../../src/import/import-result.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import type { History, HistoryStep } from '../../src/model/history.ts';
import type { CompiledOutput } from '../worker/compile-messages.ts';

/** One open pipeline. Also its panel's id. */
export type TabId = string & { readonly __id: 'tab' };

export interface DocumentsSlice {
  /** In the order of their tabs. */
  readonly order: readonly TabId[];
  /** The tab in front; commands act on it. */
  readonly active: TabId | null;
  readonly tabs: ReadonlyMap<TabId, DocumentTab>;
  /** For "reopen closed", the last one first. */
  readonly closed: readonly ClosedTab[];
}

export interface DocumentTab {
  readonly id: TabId;
  readonly document: PipelineDocument;
  readonly history: History;
  /** The place in history that the file is at; null when it is at none of them (a recovered copy). */
  readonly saved: SavedPoint | null;
  /** Null while it was never saved. */
  readonly file: OpenFile | null;
  /** What `file` looked like when it was read, for printing with its comments and order. */
  readonly source: FileSource | null;
  /** What could not be read in the file as it stands. */
  readonly fileProblems: readonly FileProblem[];
  /** Parts of the file were unreadable and are not in the document: the user is asked before it is overwritten. */
  readonly damaged: boolean;
  /** Title of a document without a file. */
  readonly untitled: string;
  readonly readOnly: ReadOnlyReason | null;
  readonly conflict: FileConflict | null;
  readonly analysis: AnalysisResult;
  /** The compiled document; follows the drawing a moment later. Null until it was compiled once. */
  readonly output: CompiledOutput | null;
  /** The foreign file it was made of, and what of it was lost or changed. */
  readonly imported: ImportedFrom | null;
  /** Names the recovery copy. */
  readonly recoveryKey: string;
}

/** The name of a file and `import.<code>` sentences. */
export interface ImportedFrom {
  readonly name: string;
  readonly notes: readonly ImportNote[];
}

/** `step` is the last step that the file holds; null: it holds the document as it was opened. */
export interface SavedPoint {
  readonly step: HistoryStep | null;
}

export interface OpenFile {
  readonly path: string;
  readonly stamp: string;
}

/** Why a document cannot be edited. Words: `readOnly.<kind>`. */
export interface ReadOnlyReason {
  readonly kind: 'newer-version' | 'claimed-elsewhere' | 'read-only-file' | 'run-document';
  readonly values?: { readonly [name: string]: string | number };
}

/** The file is not what we last read or wrote, and there are unsaved changes. `stamp` null: it is gone. */
export interface FileConflict {
  readonly stamp: string | null;
}

export interface ClosedTab {
  readonly path: string;
  readonly title: string;
}
