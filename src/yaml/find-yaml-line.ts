import { EVENT_ID, type Event, getScalarValue } from 'js-yaml';
import { parseYamlEvents } from './parse-yaml-events.ts';

/** A step into a tree: a key of a map or an index of a sequence. */
export type YamlPath = readonly (string | number)[];

/**
 * The 1-based line of what a path leads to in a YAML text: a map entry's key, a sequence's item, or the root.
 * Undefined where the text does not parse or the path leads nowhere. Aliases and merge keys are not followed.
 */
export function findYamlLine(text: string, path: YamlPath, documentIndex = 0): number | undefined {
  const found = search(text, path, documentIndex);
  return found?.depth === path.length ? found.line : undefined;
}

/** As `findYamlLine`, but a path that ends too early gives the line of the last part that exists. */
export function findNearestYamlLine(text: string, path: YamlPath, documentIndex = 0): number | undefined {
  return search(text, path, documentIndex)?.line;
}

function search(
  text: string,
  path: YamlPath,
  documentIndex: number,
): { readonly line: number; readonly depth: number } | undefined {
  const parsed = parseYamlEvents(text, 1000);
  if (!parsed.ok) return undefined;
  const { events, source, lines } = parsed.value;
  const walk: Walk = { source, events, ends: matchPops(events) };
  let at = startOfDocument(walk, documentIndex);
  if (at === undefined) return undefined;
  let offset = offsetOf(walk.events[at]);
  let depth = 0;
  for (const step of path) {
    const next = enter(walk, at, step);
    if (next === undefined) break;
    ({ at, offset } = next);
    depth += 1;
  }
  return { line: lines.placeOf(Math.max(offset, 0)).line, depth };
}

interface Walk {
  readonly source: string;
  readonly events: readonly Event[];
  /** For each event, the index of the event behind its node. */
  readonly ends: readonly number[];
}

/** Finds where each node ends, so that a walk can step over it. */
function matchPops(events: readonly Event[]): number[] {
  const ends: number[] = [];
  const open: number[] = [];
  events.forEach((event, index) => {
    if (event.type === EVENT_ID.POP) ends[open.pop() ?? 0] = index + 1;
    else if (event.type === EVENT_ID.SCALAR || event.type === EVENT_ID.ALIAS) ends[index] = index + 1;
    else open.push(index);
  });
  return ends;
}

function startOfDocument(walk: Walk, documentIndex: number): number | undefined {
  let remaining = documentIndex;
  for (let index = 0; index < walk.events.length; index = walk.ends[index] as number) {
    if (remaining === 0) return index + 1;
    remaining -= 1;
  }
  return undefined;
}

/** Steps from a collection to one of its children. */
function enter(walk: Walk, at: number, step: string | number): { at: number; offset: number } | undefined {
  const collection = walk.events[at];
  if (collection?.type === EVENT_ID.SEQUENCE) return typeof step === 'number' ? enterItem(walk, at, step) : undefined;
  return collection?.type === EVENT_ID.MAPPING ? enterEntry(walk, at, String(step)) : undefined;
}

function enterItem(walk: Walk, at: number, step: number): { at: number; offset: number } | undefined {
  const end = (walk.ends[at] as number) - 1;
  let index = at + 1;
  for (let position = 0; index < end; position += 1) {
    if (position === step) return { at: index, offset: offsetOf(walk.events[index]) };
    index = walk.ends[index] as number;
  }
  return undefined;
}

/** The last of equal keys, because that is the one that counts. */
function enterEntry(walk: Walk, at: number, step: string): { at: number; offset: number } | undefined {
  const end = (walk.ends[at] as number) - 1;
  let found: { at: number; offset: number } | undefined;
  for (let index = at + 1; index < end; ) {
    const key = walk.events[index];
    const value = walk.ends[index] as number;
    if (key?.type === EVENT_ID.SCALAR && getScalarValue(walk.source, key) === step) {
      found = { at: value, offset: offsetOf(key) };
    }
    index = walk.ends[value] as number;
  }
  return found;
}

function offsetOf(event: Event | undefined): number {
  switch (event?.type) {
    case EVENT_ID.SCALAR:
      return event.valueStart;
    case EVENT_ID.ALIAS:
      return event.anchorStart;
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      return event.start;
    default:
      return 0;
  }
}
