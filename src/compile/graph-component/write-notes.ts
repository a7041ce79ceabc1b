import { entryOf, isTreeMap, type TreeMap } from '../../catalog/tree.ts';
import type { NoteRecord, PipelineDocument } from '../../model/document.ts';
import type { PipelineId } from '../../model/ids.ts';
import { notesOfPipeline } from '../../model/lookups.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';

/** The name under which a note keeps what else its sticky note said. */
export const STICKY_NOTE = 'stickyNote';

/** Tangle: sticky notes are a JSON text in the annotation `flex-nodes`; nothing where there are none. */
export function writeStickyNotes(document: PipelineDocument, pipeline: PipelineId): string | undefined {
  const notes = notesOfPipeline(document, pipeline);
  if (notes.length === 0) return undefined;
  return JSON.stringify(notes.map((note, index) => writeStickyNote(document, note, index)));
}

function writeStickyNote(document: PipelineDocument, note: NoteRecord, index: number): TreeMap {
  const original = originalNote(note);
  const layout = document.layout.get(note.id);
  const properties = entryOf(original, 'properties');
  const size =
    layout?.width === undefined ? {} : { size: { width: layout.width, height: layout.height ?? layout.width } };
  return {
    id: `note-${index + 1}`,
    ...original,
    properties: { ...(isTreeMap(properties) ? properties : {}), ...noteText(note.text, properties) },
    ...(layout === undefined ? {} : { position: { x: layout.x, y: layout.y } }),
    ...size,
  };
}

/** The first line is the title where the note had one, or where it is a heading. */
function noteText(text: string, properties: YamlTree | undefined): TreeMap {
  const title = entryOf(properties, 'title');
  if (typeof title !== 'string' || title === '') return { content: text };
  const [first = '', ...rest] = text.split('\n');
  return { title: first.replace(/^#+ /, ''), content: rest.join('\n').replace(/^\n/, '') };
}

function originalNote({ unknown }: NoteRecord): TreeMap {
  const original = unknown?.[STICKY_NOTE] as YamlTree | undefined;
  return isTreeMap(original) ? original : {};
}
