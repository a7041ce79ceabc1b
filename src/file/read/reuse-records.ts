import type { PipelineDocument } from '../../model/document.ts';
import { sameData } from '../../model/records.ts';

/** The document with every record that equals its former one replaced by that very object. */
export function reuseRecords(previous: PipelineDocument, next: PipelineDocument): PipelineDocument {
  return {
    ...next,
    pipelines: reuse(previous.pipelines, next.pipelines),
    bodies: reuse(previous.bodies, next.bodies),
    tasks: reuse(previous.tasks, next.tasks),
    groups: reuse(previous.groups, next.groups),
    components: reuse(previous.components, next.components),
    notes: reuse(previous.notes, next.notes),
    layout: reuse(previous.layout, next.layout),
  };
}

function reuse<Key, Value>(previous: ReadonlyMap<Key, Value>, next: ReadonlyMap<Key, Value>): ReadonlyMap<Key, Value> {
  const reused = new Map<Key, Value>();
  for (const [key, value] of next) {
    const before = previous.get(key);
    reused.set(key, before !== undefined && sameData(before, value) ? before : value);
  }
  const same = previous.size === reused.size && [...reused].every(([key, value]) => previous.get(key) === value);
  return same ? previous : reused;
}
