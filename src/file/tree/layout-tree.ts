import type { LayoutRecord, NoteRecord, PipelineDocument, PipelineRecord } from '../../model/document.ts';
import type { LayoutKey } from '../../model/ids.ts';
import { definitionsOf, nodesOfPipeline, notesOfPipeline, rootPipeline } from '../../model/lookups.ts';
import { type FileEntry, type FileNode, fields, list, scalar } from '../file-node.ts';
import { namesOfPipeline } from './names.ts';
import { unknownEntries } from './task-tree.ts';

/** The layout of all pipelines: one line per node, a definition's nodes behind its name. */
export function layoutTree(document: PipelineDocument): FileNode | undefined {
  const entries = [rootPipeline(document), ...definitionsOf(document)].flatMap((pipeline) =>
    pipelineLayout(document, pipeline),
  );
  return entries.length === 0 ? undefined : fields('block', entries);
}

function pipelineLayout(document: PipelineDocument, pipeline: PipelineRecord): readonly FileEntry[] {
  const prefix = pipeline.id === document.root ? '' : `${layoutName(pipeline.name)}/`;
  const names = namesOfPipeline(document, pipeline.id);
  const entries: FileEntry[] = [];
  const seen = new Set<string>();
  const add = (key: LayoutKey, name: string): void => {
    const record = document.layout.get(key);
    if (record === undefined || seen.has(name)) return;
    seen.add(name);
    entries.push([prefix + name, layoutRecordTree(record)]);
  };
  add(`inputs:${pipeline.id}`, '@inputs');
  for (const node of nodesOfPipeline(document, pipeline.id)) add(node.id, layoutName(names.node(node.id)));
  add(`outputs:${pipeline.id}`, '@outputs');
  return entries;
}

/** A name in a layout key, where `/` separates. */
export function layoutName(name: string): string {
  return name.replaceAll('%', '%25').replaceAll('/', '%2F');
}

/** `[x, y]`, or a map where there is more to say. */
function layoutRecordTree(record: LayoutRecord): FileNode {
  const { x, y, width, height, collapsed } = record;
  if (width === undefined && height === undefined && collapsed === undefined) {
    return list('flow', [scalar(x), scalar(y)]);
  }
  return fields('flow', [
    ['x', scalar(x)],
    ['y', scalar(y)],
    ['width', width === undefined ? undefined : scalar(width)],
    ['height', height === undefined ? undefined : scalar(height)],
    ['collapsed', collapsed === undefined ? undefined : scalar(collapsed)],
  ]);
}

/** The notes of a pipeline, each with its place. */
export function notesTree(document: PipelineDocument, pipeline: PipelineRecord): FileNode | undefined {
  const notes = notesOfPipeline(document, pipeline.id);
  return notes.length === 0
    ? undefined
    : list(
        'block',
        notes.map((note) => noteTree(document, note)),
      );
}

function noteTree(document: PipelineDocument, note: NoteRecord): FileNode {
  const layout = document.layout.get(note.id);
  return fields('block', [
    ['text', scalar(note.text)],
    ['at', layout === undefined ? undefined : layoutRecordTree(layout)],
    ...unknownEntries(note.unknown),
  ]);
}
