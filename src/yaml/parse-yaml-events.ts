import { type Event, parseEvents, YAMLException } from 'js-yaml';
import { findForbiddenTab } from './check-tabs.ts';
import { type IndentedText, indentShallowLines } from './indent-shallow-lines.ts';
import { createLineIndex, type LineIndex } from './line-index.ts';
import type { YamlProblem } from './yaml-problem.ts';

/** A parsed text: the events' offsets point into `source`, and `lines` turns them into places of the original text. */
export interface ParsedYaml {
  readonly events: readonly Event[];
  readonly source: string;
  readonly lines: LineIndex;
}

/** Success with the events, or the syntax problem. */
export type ParseYamlResult =
  | { readonly ok: true; readonly value: ParsedYaml }
  | { readonly ok: false; readonly error: YamlProblem };

/** Most characters parsed over all attempts on one text. */
const WORK_LIMIT = 60_000_000;
/** What js-yaml says of a continuation line that is indented less than YAML 1.2 asks. */
const SHALLOW_LINE = 'deficient indentation';

/**
 * Parses a text into js-yaml's flat event stream; its exception becomes a problem with its place.
 * PyYAML and Go's parser take continuation lines of quoted text and of `[…]`, `{…}` at any indentation, and re-indented
 * files have such lines. Where js-yaml refuses one it is indented and the text parsed again, within a limit of work.
 */
export function parseYamlEvents(text: string, maxDepth: number): ParseYamlResult {
  let work = 0;
  let current: IndentedText = { source: text, added: new Map() };
  for (;;) {
    const { source, added } = current;
    const lines = createLineIndex(source, added);
    const attempt = tryParse(source, maxDepth);
    if (attempt.ok) return refuseTabs({ events: attempt.events, source, lines });
    const { reason, mark } = attempt.exception;
    work += 3 * source.length;
    if (reason !== SHALLOW_LINE || mark === undefined || work > WORK_LIMIT) {
      return { ok: false, error: { code: 'syntax', ...lines.placeOf(mark?.position ?? 0), detail: reason } };
    }
    const start = source.lastIndexOf('\n', mark.position - 1) + 1;
    current = indentShallowLines(current, start, mark.line + 1, (prefix) => tryParse(prefix, maxDepth).ok);
  }
}

function refuseTabs(value: ParsedYaml): ParseYamlResult {
  const tab = findForbiddenTab(value.source, value.events);
  if (tab === undefined) return { ok: true, value };
  return { ok: false, error: { code: 'tab', ...value.lines.placeOf(tab), detail: '' } };
}

function tryParse(
  source: string,
  maxDepth: number,
): { readonly ok: true; readonly events: Event[] } | { readonly ok: false; readonly exception: YAMLException } {
  try {
    return { ok: true, events: parseEvents(source, { maxDepth }) };
  } catch (error) {
    if (error instanceof YAMLException) return { ok: false, exception: error };
    throw error;
  }
}
