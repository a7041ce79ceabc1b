/** Something in a pipeline file that could not be read as it stands. The rest was read. */
export interface FileProblem {
  /** `file.<code>` in the words catalogue. */
  readonly code: FileProblemCode;
  readonly values: { readonly [name: string]: string | number };
  /** 1-based line of the file. */
  readonly line: number;
  /** The task or group it belongs to, as in the file's `layout` (`definition/name`). */
  readonly path?: string;
}

export type FileProblemCode =
  | 'syntax'
  | 'extra-document'
  | 'unknown-field'
  | 'invalid-value'
  | 'invalid-argument'
  | 'empty-argument'
  | 'missing-target'
  | 'missing-component'
  | 'missing-pipeline'
  | 'missing-task'
  | 'missing-group'
  | 'missing-input'
  | 'duplicate-name'
  | 'unknown-type'
  | 'imprecise-number'
  | 'stray-layout';

/** Why a text could not be opened as a pipeline at all. */
export interface FileFailure {
  /** `file.<code>` in the words catalogue. */
  readonly code: FileFailureCode;
  readonly values: { readonly [name: string]: string | number };
  readonly line?: number;
}

export type FileFailureCode =
  | 'too-large'
  | 'binary'
  | 'conflict-markers'
  | 'not-yaml'
  | 'yaml-bomb'
  | 'too-deep'
  | 'not-a-pipeline'
  | 'not-a-fragment';
