/** Which styles can carry a text without changing it, as PyYAML's `Emitter.analyze_scalar` decides in block context. */
export interface ScalarAnalysis {
  readonly empty: boolean;
  /** Holds a line break of YAML 1.1: LF, NEL, LS or PS. */
  readonly multiline: boolean;
  readonly allowPlain: boolean;
  readonly allowSingleQuoted: boolean;
}

/** Most keys and names: nothing in them needs a closer look. */
const SIMPLE_WORD = /^[A-Za-z][-A-Za-z0-9_./]*$/;
const SIMPLE: ScalarAnalysis = { empty: false, multiline: false, allowPlain: true, allowSingleQuoted: true };
const EMPTY: ScalarAnalysis = { empty: true, multiline: false, allowPlain: true, allowSingleQuoted: true };

/** Anything but LF and printable ASCII; PyYAML without `allow_unicode` escapes all of it. */
const SPECIAL_CHARACTER = /[^\n -~]/;
const LINE_BREAK = /[\n\x85\u2028\u2029]/;
const SPACE_THEN_BREAK = / \n/;
const BREAK_THEN_SPACE = /\n /;
/** Characters and pairs that YAML would read as structure in plain text of one line of printable ASCII. */
const INDICATOR = /^(?:---|\.\.\.|[#,[\]{}&*!|>'"%@`]|[?:-](?: |$))|:(?: |$)| #/;

/** Analyses one scalar; linear in its length. */
export function analyseScalar(text: string): ScalarAnalysis {
  if (text === '') return EMPTY;
  if (SIMPLE_WORD.test(text)) return SIMPLE;
  const special = SPECIAL_CHARACTER.test(text);
  const multiline = LINE_BREAK.test(text);
  const quotable = !special && !(multiline && (SPACE_THEN_BREAK.test(text) || BREAK_THEN_SPACE.test(text)));
  return {
    empty: false,
    multiline,
    allowSingleQuoted: quotable,
    allowPlain: quotable && !multiline && text.trim() === text && !INDICATOR.test(text),
  };
}
