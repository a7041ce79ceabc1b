import type { JsonObject } from '../../model/json.ts';
import { isPythonFloat } from '../../yaml/yaml-tree.ts';
import type { FileProblem, FileProblemCode } from '../file-problem.ts';
import { entryOf, type SourceMap, type SourceNode, treeOf } from '../source-node.ts';

/** What reading one node carries along: where problems go, and whose they are. */
export interface Reader {
  readonly problems: FileProblem[];
  /** The task or group being read (`definition/name`). */
  readonly path?: string;
}

/** Notes a problem at the line of a node. */
export function report(
  reader: Reader,
  code: FileProblemCode,
  place: { readonly line: number },
  values: FileProblem['values'] = {},
): void {
  const problem = { code, values, line: place.line };
  reader.problems.push(reader.path === undefined ? problem : { ...problem, path: reader.path });
}

/** A field that must be a map; anything else is a problem, nothing at all is not. */
export function mapField(reader: Reader, map: SourceMap, key: string): SourceMap | undefined {
  const entry = entryOf(map, key);
  if (entry === undefined || isNull(entry.value)) return undefined;
  if (entry.value.kind === 'map') return entry.value;
  report(reader, 'invalid-value', entry, { field: key, expected: 'map' });
  return undefined;
}

/** A field that is read as text; numbers and booleans are taken as they are written. */
export function textField(reader: Reader, map: SourceMap, key: string): string | undefined {
  const entry = entryOf(map, key);
  return entry === undefined ? undefined : readText(reader, entry.value, key);
}

/** Text of a scalar. */
export function readText(reader: Reader, node: SourceNode, field: string): string | undefined {
  if (node.kind === 'scalar' && node.value !== null) {
    return typeof node.value === 'string' ? node.value : node.text;
  }
  report(reader, 'invalid-value', node, { field, expected: 'text' });
  return undefined;
}

/** A number field. */
export function numberField(reader: Reader, map: SourceMap, key: string): number | undefined {
  const entry = entryOf(map, key);
  return entry === undefined ? undefined : readNumber(reader, entry.value, key);
}

/** A number; whether it is written as a float makes no difference here. */
export function readNumber(reader: Reader, node: SourceNode, field: string): number | undefined {
  const value = node.kind === 'scalar' ? node.value : undefined;
  if (typeof value === 'number') return value;
  if (isPythonFloat(value)) return value.pythonFloat;
  report(reader, 'invalid-value', node, { field, expected: 'number' });
  return undefined;
}

/** A boolean field. */
export function booleanField(reader: Reader, map: SourceMap, key: string): boolean | undefined {
  const entry = entryOf(map, key);
  return entry === undefined ? undefined : readBoolean(reader, entry.value, key);
}

/** A boolean. */
export function readBoolean(reader: Reader, node: SourceNode, field: string): boolean | undefined {
  if (node.kind === 'scalar' && typeof node.value === 'boolean') return node.value;
  report(reader, 'invalid-value', node, { field, expected: 'boolean' });
  return undefined;
}

/** The fields this version does not know, to be kept. */
export function unknownFields(map: SourceMap, known: ReadonlySet<string>): JsonObject | undefined {
  const unknown = map.entries.filter((entry) => !known.has(entry.key));
  if (unknown.length === 0) return undefined;
  return Object.fromEntries(unknown.map((entry) => [entry.key, treeOf(entry.value)])) as JsonObject;
}

/** Notes every field that has no meaning here and that no record keeps. The text keeps it as long as it stands. */
export function reportUnknownFields(reader: Reader, map: SourceMap, known: ReadonlySet<string>): void {
  for (const entry of map.entries) {
    if (!known.has(entry.key)) report(reader, 'unknown-field', entry, { field: entry.key });
  }
}

/** Whether a value is absent: `key:` with nothing behind it, or null. */
export function isNull(node: SourceNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}
