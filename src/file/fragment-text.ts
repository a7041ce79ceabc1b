import type { Fragment } from '../model/fragment.ts';
import { failure, type Result, success } from '../model/result.ts';
import type { FileFailure, FileProblem } from './file-problem.ts';
import { parseFile } from './parse-file.ts';
import { printFile } from './print-file.ts';

/** A fragment that was read, with what could not be read of it. */
export interface ParsedFragment {
  readonly fragment: Fragment;
  readonly diagnostics: readonly FileProblem[];
}

/** A fragment as text for the clipboard: the syntax of the file, `kind: Fragment`. */
export function printFragment(fragment: Fragment): string {
  return printFile(fragment, 'Fragment');
}

/** Reads a fragment from the clipboard's text. A whole pipeline file is taken too. Other text is a failure. */
export function parseFragment(text: string): Result<ParsedFragment, FileFailure> {
  const parsed = parseFile(text, 'Fragment');
  const whole = parsed.ok ? parsed : parseFile(text, 'Pipeline');
  if (!whole.ok) return failure(parsed.ok ? whole.error : parsed.error);
  return success({ fragment: whole.value.document, diagnostics: whole.value.diagnostics });
}
