/** Why a foreign YAML text cannot be read. The words for people are in `yaml-problem-words.ts`. */
export type YamlProblemCode =
  /** Longer than the limit; `limit` is in characters. */
  | 'too-long'
  /** Nested deeper than the limit, or a syntax that is not YAML; `reason` holds the parser's own English words. */
  | 'syntax'
  /** A tab outside quoted text, which PyYAML refuses. */
  | 'tab'
  /** A character YAML does not allow, such as NUL: usually a binary file. */
  | 'unprintable-character'
  /** Aliases would expand to more nodes than the limit. */
  | 'too-many-nodes'
  /** `*name` without `&name` before it. */
  | 'unknown-alias'
  /** `&name` twice in one document, which PyYAML refuses. */
  | 'duplicate-anchor'
  /** A node that contains itself. */
  | 'recursive-alias'
  /** A tag that PyYAML's safe loader does not know. */
  | 'unknown-tag'
  /** A tag whose value is no JSON-like data: sets, binary, ordered maps. */
  | 'unsupported-tag'
  /** A value that its tag or its form does not allow, such as `!!int x` or the date 2024-13-01. */
  | 'bad-value'
  /** A map or a sequence as a key. */
  | 'unhashable-key'
  /** `<<` with something other than maps. */
  | 'bad-merge';

/** One failure of reading, with its place. */
export interface YamlProblem {
  readonly code: YamlProblemCode;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** What it is about: the tag, the anchor, the value, or the parser's own English words. */
  readonly detail: string;
}

/** Something PyYAML accepts silently that a person should know. */
export type YamlNoteCode =
  /** The later value won; `detail` is the key. */
  | 'duplicate-key'
  /** A key that is no string (`on:`, `1:`); it is given as it is written. */
  | 'non-string-key'
  /** A date or time, which PyYAML makes a date object; it is given as its text. */
  | 'timestamp'
  /** A whole number beyond 2^53, rounded. */
  | 'rounded-number';

/** One note, with its place. */
export interface YamlNote {
  readonly code: YamlNoteCode;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  readonly detail: string;
}
