import { entryOf, isTreeList, isTreeMap, type TreeMap } from '../../catalog/tree.ts';
import { STICKY_NOTE } from '../../compile/graph-component/write-notes.ts';
import type { LayoutRecord } from '../../model/document.ts';
import type { NodeId, PipelineId } from '../../model/ids.ts';
import type { JsonObject } from '../../model/json.ts';
import { newNoteId } from '../../model/new-ids.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type { GraphReading } from './graph-reading.ts';

/** How far what a frame holds stands from its corner. */
const FRAME_INSET = { x: 24, y: 64 };

/** The place that annotations give; Cloud Pipelines: `editor.position` is a JSON text. */
export function readPosition(spec: TreeMap): LayoutRecord | undefined {
  const annotations = entryOf(spec, 'annotations');
  const text = entryOf(annotations, 'editor.position');
  const place = typeof text === 'string' ? placeOf(parseJson(text)) : placeOf(text);
  if (place === undefined) return undefined;
  return String(entryOf(annotations, 'editor.collapsed')) === 'true' ? { ...place, collapsed: true } : place;
}

function placeOf(tree: YamlTree | undefined): LayoutRecord | undefined {
  const x = entryOf(tree, 'x');
  const y = entryOf(tree, 'y');
  return isPlace(x) && isPlace(y) ? { x: Math.round(x) + 0, y: Math.round(y) + 0 } : undefined;
}

function isPlace(value: YamlTree | undefined): value is number {
  return typeof value === 'number' && Math.abs(value) < 1e9;
}

function parseJson(text: string): YamlTree | undefined {
  try {
    return JSON.parse(text) as YamlTree;
  } catch {
    return undefined;
  }
}

/** The node of a pipeline's inputs or outputs stands where the first of them stood. */
export function placePorts(
  { layout }: GraphReading,
  key: `inputs:${PipelineId}` | `outputs:${PipelineId}`,
  ports: readonly TreeMap[],
): void {
  const [first] = ports.flatMap((port) => readPosition(port) ?? []);
  if (first !== undefined) layout.set(key, { x: first.x, y: first.y });
}

/** Frames stand around what they hold, and what they hold stands relative to them. Innermost frames first. */
export function placeFrames(reading: GraphReading, children: readonly NodeId[]): void {
  const { groups, bodies, layout } = reading;
  for (const child of children) {
    const group = groups.get(child as never);
    if (group?.kind !== 'branches') continue;
    const inner = group.branches.flatMap(({ body }) => bodies.get(body)?.children ?? []);
    placeFrames(reading, inner);
    const places = inner.flatMap((id) => layout.get(id) ?? []);
    if (places.length === 0) continue;
    const x = Math.min(...places.map((place) => place.x)) - FRAME_INSET.x;
    const y = Math.min(...places.map((place) => place.y)) - FRAME_INSET.y;
    for (const id of inner) {
      const place = layout.get(id);
      if (place !== undefined) layout.set(id, { ...place, x: place.x - x, y: place.y - y });
    }
    layout.set(group.id, { x, y });
  }
}

/** Tangle: sticky notes are a JSON text in the annotation `flex-nodes`. False where it is none. */
export function readStickyNotes(reading: GraphReading, pipeline: PipelineId, text: YamlTree | undefined): boolean {
  const list = typeof text === 'string' ? parseJson(text) : undefined;
  if (!isTreeList(list) || !list.every(isTreeMap)) return false;
  for (const note of list) {
    const id = newNoteId(reading.counter);
    const unknown = { [STICKY_NOTE]: note as JsonObject };
    reading.notes.set(id, { id, pipeline, text: stickyText(entryOf(note, 'properties')), unknown });
    const place = placeOf(entryOf(note, 'position'));
    const width = entryOf(entryOf(note, 'size'), 'width');
    const height = entryOf(entryOf(note, 'size'), 'height');
    const size = isPlace(width) && isPlace(height) ? { width: Math.round(width), height: Math.round(height) } : {};
    if (place !== undefined) reading.layout.set(id, { ...place, ...size });
  }
  return true;
}

function stickyText(properties: YamlTree | undefined): string {
  const [title, content] = ['title', 'content'].map((field) => {
    const text = entryOf(properties, field);
    return typeof text === 'string' ? text : '';
  });
  return [title, content].filter((text) => text !== '').join('\n\n');
}
