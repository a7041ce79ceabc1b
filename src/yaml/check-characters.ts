import type { YamlProblem } from './yaml-problem.ts';

/** Checks what PyYAML's reader checks before parsing: the length and that every character may stand in YAML. */
export function checkCharacters(text: string, maxCharacters: number): YamlProblem | undefined {
  if (text.length > maxCharacters) return { code: 'too-long', line: 1, column: 1, detail: String(maxCharacters) };
  // Surrogates are read as code points, so only a lone one is refused.
  const found = text.search(/[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  if (found < 0) return undefined;
  const before = text.slice(0, found);
  const line = before.split('\n').length;
  const code = (text.codePointAt(found) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { code: 'unprintable-character', line, column: found - before.lastIndexOf('\n'), detail: `U+${code}` };
}
