import { EVENT_ID, type Event, SCALAR_STYLE } from 'js-yaml';

/**
 * The offset of the first tab where PyYAML allows none: anywhere but in quoted text, in the lines of `|` and `>` text
 * and in comments. YAML 1.2, and so js-yaml, takes tabs between tokens.
 */
export function findForbiddenTab(source: string, events: readonly Event[]): number | undefined {
  let tab = source.indexOf('\t');
  if (tab < 0) return undefined;
  const covers = quotedRanges(events);
  let next = 0;
  for (; tab >= 0; tab = source.indexOf('\t', tab + 1)) {
    while (next < covers.length && (covers[next] as Range).end <= tab) next += 1;
    const cover = covers[next];
    if (cover !== undefined && cover.start <= tab) continue;
    const from = Math.max(source.lastIndexOf('\n', tab) + 1, covers[next - 1]?.end ?? 0);
    if (!/(?:^|\s)#/.test(source.slice(from, tab))) return tab;
  }
  return undefined;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function quotedRanges(events: readonly Event[]): Range[] {
  return events.flatMap((event) =>
    event.type === EVENT_ID.SCALAR && event.style !== SCALAR_STYLE.PLAIN && event.valueStart >= 0
      ? [{ start: event.valueStart, end: event.valueEnd }]
      : [],
  );
}
