import { type Event, parseEvents, YAMLException } from 'js-yaml';
import type { YamlProblem } from './yaml-problem.ts';

/** Parses a text into js-yaml's flat event stream; its exception becomes a problem with its place. */
export function parseYamlEvents(
  source: string,
  maxDepth: number,
): { readonly ok: true; readonly value: readonly Event[] } | { readonly ok: false; readonly error: YamlProblem } {
  try {
    return { ok: true, value: parseEvents(source, { maxDepth }) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = (error.mark?.line ?? 0) + 1;
    const column = (error.mark?.column ?? 0) + 1;
    return { ok: false, error: { code: 'syntax', line, column, detail: error.reason } };
  }
}
