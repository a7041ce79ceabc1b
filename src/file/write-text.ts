import type { FileEntry, FileNode } from './file-node.ts';
import { literalLines, scalarText } from './scalar-text.ts';

/** The widest one-line form an `auto` node may take, in characters. */
const WIDTH = 100;

/** The lines of a block map's entries at an indentation, without line ends. */
export function entryLines(entries: readonly FileEntry[], indent: number): string[] {
  return entries.flatMap(([key, value]) => pairLines(scalarText(key), value, indent));
}

/** The lines of one entry whose key text is given. */
export function pairLines(keyText: string, value: FileNode, indent: number): string[] {
  const head = `${' '.repeat(indent)}${keyText}:`;
  if (value.kind === 'scalar') return scalarLines(head, value.value, indent);
  const flow = oneLine(value);
  if (flow !== undefined) return [`${head} ${flow}`];
  return [head, ...(value.kind === 'map' ? entryLines(value.entries, indent + 2) : listLines(value.items, indent + 2))];
}

/** The lines of a block list at an indentation. */
export function listLines(items: readonly FileNode[], indent: number): string[] {
  return items.flatMap((item) => itemLines(item, indent));
}

/** The lines of one item of a block list. */
export function itemLines(item: FileNode, indent: number): string[] {
  const head = `${' '.repeat(indent)}-`;
  if (item.kind === 'scalar') return scalarLines(head, item.value, indent);
  const flow = oneLine(item);
  if (flow !== undefined) return [`${head} ${flow}`];
  const inner = item.kind === 'map' ? entryLines(item.entries, indent + 2) : listLines(item.items, indent + 2);
  return [`${head} ${(inner[0] ?? '').slice(indent + 2)}`, ...inner.slice(1)];
}

/** Whether a map or list is written on several lines. */
export function isBlock(node: FileNode): boolean {
  return node.kind !== 'scalar' && oneLine(node) === undefined;
}

function scalarLines(head: string, value: FileScalarValue, indent: number): string[] {
  const literal = typeof value === 'string' ? literalLines(value) : undefined;
  if (literal === undefined) return [`${head} ${scalarText(value)}`];
  const inner = ' '.repeat(indent + 2);
  return [`${head} ${literal.header}`, ...literal.lines.map((line) => (line === '' ? '' : inner + line))];
}

type FileScalarValue = (FileNode & { readonly kind: 'scalar' })['value'];

function oneLine(node: FileNode & { readonly kind: 'map' | 'list' }): string | undefined {
  const size = node.kind === 'map' ? node.entries.length : node.items.length;
  if (size === 0) return node.kind === 'map' ? '{}' : '[]';
  if (node.style === 'block') return undefined;
  const text = flowText(node);
  return node.style === 'flow' || text.length <= WIDTH ? text : undefined;
}

function flowText(node: FileNode): string {
  if (node.kind === 'scalar') return scalarText(node.value);
  if (node.kind === 'list') return `[${node.items.map(flowText).join(', ')}]`;
  return `{${node.entries.map(([key, value]) => `${scalarText(key)}: ${flowText(value)}`).join(', ')}}`;
}
