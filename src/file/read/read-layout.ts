import type { LayoutRecord, NoteRecord } from '../../model/document.ts';
import type { LayoutKey, NodeId, NoteId, PipelineId } from '../../model/ids.ts';
import { newNoteId } from '../../model/new-ids.ts';
import { entryOf, type SourceMap, type SourceNode } from '../source-node.ts';
import { GROUP_PREFIX } from '../tree/names.ts';
import { innerKey, type KnownIds, takeId } from './known-ids.ts';
import {
  booleanField,
  mapField,
  numberField,
  type Reader,
  readNumber,
  report,
  textField,
  unknownFields,
} from './reader.ts';
import type { Scope } from './scope.ts';

/** Reads the positions of all pipelines' nodes. `scopes` are by definition name; the root's is under the empty name. */
export function readLayout(reader: Reader, root: SourceMap, scopes: ReadonlyMap<string, Scope>): void {
  for (const entry of mapField(reader, root, 'layout')?.entries ?? []) {
    const place = layoutPlace(entry.key, scopes);
    const record = readLayoutRecord(reader, entry.value);
    if (record === undefined) continue;
    if (place === undefined) report(reader, 'stray-layout', entry, { name: entry.key });
    else place.scope.parts.layout.set(place.key, record);
  }
}

function layoutPlace(
  text: string,
  scopes: ReadonlyMap<string, Scope>,
): { readonly scope: Scope; readonly key: LayoutKey } | undefined {
  const slash = text.indexOf('/');
  const scope = scopes.get(slash < 0 ? '' : decode(text.slice(0, slash)));
  if (scope === undefined) return undefined;
  const name = text.slice(slash + 1);
  if (name === '@inputs') return { scope, key: `inputs:${scope.pipeline}` };
  if (name === '@outputs') return { scope, key: `outputs:${scope.pipeline}` };
  const key = nodeOfName(scope, decode(name));
  return key === undefined ? undefined : { scope, key };
}

function nodeOfName(scope: Scope, name: string): NodeId | undefined {
  if (name.startsWith(GROUP_PREFIX)) return scope.groups.get(name.slice(GROUP_PREFIX.length));
  return scope.tasks.get(name) ?? scope.groups.get(name);
}

function decode(name: string): string {
  return name.replaceAll('%2F', '/').replaceAll('%25', '%');
}

/** `[x, y]`, or a map with sizes. Coordinates are rounded to whole pixels. */
function readLayoutRecord(reader: Reader, node: SourceNode): LayoutRecord | undefined {
  if (node.kind === 'list') {
    const [x, y] = node.items.map((item) => readNumber(reader, item, 'layout'));
    return x === undefined || y === undefined ? undefined : { x: whole(x), y: whole(y) };
  }
  if (node.kind !== 'map') {
    report(reader, 'invalid-value', node, { field: 'layout', expected: '[x, y]' });
    return undefined;
  }
  const width = numberField(reader, node, 'width');
  const height = numberField(reader, node, 'height');
  const collapsed = booleanField(reader, node, 'collapsed');
  return {
    x: whole(numberField(reader, node, 'x') ?? 0),
    y: whole(numberField(reader, node, 'y') ?? 0),
    ...(width === undefined ? {} : { width: whole(width) }),
    ...(height === undefined ? {} : { height: whole(height) }),
    ...(collapsed === undefined ? {} : { collapsed }),
  };
}

function whole(value: number): number {
  return Math.round(value) + 0;
}

const NOTE_FIELDS: ReadonlySet<string> = new Set(['text', 'at']);

/** Reads the notes of a pipeline. */
export function readNotes(reader: Reader, map: SourceMap, scope: Scope, ids: KnownIds, pipelineKey: string): void {
  const notes = entryOf(map, 'notes')?.value;
  if (notes === undefined) return;
  const items = notes.kind === 'list' ? notes.items : [notes];
  items.forEach((item, index) => {
    if (item.kind !== 'map') {
      report(reader, 'invalid-value', item, { field: 'notes', expected: 'map' });
      return;
    }
    const known = takeId(ids, innerKey('note', pipelineKey, String(index))) as NoteId | undefined;
    readNote(reader, item, scope.pipeline, known ?? newNoteId(scope.parts), scope);
  });
}

function readNote(reader: Reader, map: SourceMap, pipeline: PipelineId, id: NoteId, scope: Scope): void {
  const unknown = unknownFields(map, NOTE_FIELDS);
  const text = textField(reader, map, 'text') ?? '';
  const note: NoteRecord = { id, pipeline, text, ...(unknown === undefined ? {} : { unknown }) };
  scope.parts.notes.set(id, note);
  const at = entryOf(map, 'at')?.value;
  const layout = at === undefined ? undefined : readLayoutRecord(reader, at);
  if (layout !== undefined) scope.parts.layout.set(id, layout);
}
