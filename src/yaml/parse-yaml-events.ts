import { type Event, parseEvents, YAMLException } from 'js-yaml';
import { findForbiddenTab } from './check-tabs.ts';
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
const WORK_LIMIT = 30_000_000;
/** What js-yaml says of a continuation line that is indented less than YAML 1.2 asks. */
const SHALLOW_LINE = 'deficient indentation';

/**
 * Parses a text into js-yaml's flat event stream; its exception becomes a problem with its place.
 * PyYAML and Go's parser take continuation lines of quoted text and of `[…]`, `{…}` at any indentation, and generated
 * files have such lines. White space at their start means nothing, so each line js-yaml refuses is indented and the
 * text parsed again, within a limit of work.
 */
export function parseYamlEvents(text: string, maxDepth: number): ParseYamlResult {
  const added = new Map<number, number>();
  let source = text;
  for (let work = source.length; ; work += source.length) {
    const lines = createLineIndex(source, added);
    const attempt = tryParse(source, maxDepth);
    if (attempt.ok) return refuseTabs({ events: attempt.events, source, lines });
    const { reason, mark } = attempt.exception;
    if (reason !== SHALLOW_LINE || mark === undefined || work > WORK_LIMIT) {
      return { ok: false, error: { code: 'syntax', ...lines.placeOf(mark?.position ?? 0), detail: reason } };
    }
    source = indentLine(source, mark.position, mark.line + 1, added);
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

/** Adds spaces at the start of the line of `position`, twice as many each time the line comes back. */
function indentLine(source: string, position: number, line: number, added: Map<number, number>): string {
  const before = added.get(line) ?? 0;
  const more = before === 0 ? 16 : before;
  added.set(line, before + more);
  const start = source.lastIndexOf('\n', position - 1) + 1;
  return source.slice(0, start) + ' '.repeat(more) + source.slice(start);
}
