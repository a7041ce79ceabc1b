/** A text as lines, with the places of its characters. Line numbers count from 0 here. */
export interface SourceLines {
  readonly text: string;
  readonly lines: readonly string[];
  /** The offset of each line's first character. */
  readonly starts: readonly number[];
}

/** Some lines: `from` included, `to` not. */
export interface Region {
  readonly from: number;
  readonly to: number;
}

/** An entry or item with the comments before it. */
export interface Slot {
  /** Comments and blank lines before it. */
  readonly lead: Region;
  readonly content: Region;
}

/** Cuts a text into lines. */
export function sourceLines(text: string): SourceLines {
  const lines = text.split('\n');
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  return { text, lines, starts };
}

/** The lines of a region. */
export function linesIn(source: SourceLines, region: Region): readonly string[] {
  return source.lines.slice(region.from, region.to);
}

/**
 * Gives every line of a region to the entry it belongs to. Comments as deep as the entries, and blank lines, belong to
 * the entry after them; deeper ones to the entry before. What is left at the end is the tail.
 */
export function cutSlots(
  source: SourceLines,
  region: Region,
  indent: number,
  starts: readonly number[],
): { readonly slots: readonly Slot[]; readonly tail: Region } {
  const slots: Slot[] = [];
  let free = region.from;
  starts.forEach((start, index) => {
    const content = { from: start, to: contentEnd(source, start, starts[index + 1] ?? region.to, indent) };
    slots.push({ lead: { from: free, to: start }, content });
    free = content.to;
  });
  return { slots, tail: { from: free, to: region.to } };
}

function contentEnd(source: SourceLines, start: number, limit: number, indent: number): number {
  let end = limit;
  while (end > start + 1 && isLead(source.lines[end - 1] ?? '', indent)) end--;
  return end;
}

function isLead(line: string, indent: number): boolean {
  const first = line.search(/\S/);
  return first < 0 || (line[first] === '#' && first <= indent);
}

/** The comment behind a value that ends on its own line, with the space before it; empty where there is none. */
export function trailingComment(source: SourceLines, line: number, valueEnd: number): string {
  const start = source.starts[line] ?? 0;
  const rest = (source.lines[line] ?? '').slice(Math.max(0, valueEnd - start));
  return /\s+#.*$/.exec(rest)?.[0] ?? '';
}
