import type { AnalysisResult } from '../../src/analysis/analysis-result.ts';
import type { FileProblem } from '../../src/file/file-problem.ts';
import type { FileSource } from '../../src/file/file-source.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import type { History } from '../../src/model/history.ts';
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
  /** The document as it stands in the file. Another object in `document` means unsaved changes. */
  readonly saved: PipelineDocument | null;
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
  /** Names the recovery copy. */
  readonly recoveryKey: string;
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
