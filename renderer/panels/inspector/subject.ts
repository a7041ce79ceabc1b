import type { PipelineDocument } from '../../../src/model/document.ts';
import type { GroupId, LayoutKey, NoteId, PipelineId, TaskId } from '../../../src/model/ids.ts';
import { type EdgeKey, parseEdgeId } from '../../canvas/graph/edge-id.ts';
import type { Selection } from '../../state/view-slice.ts';

/** What the inspector shows. */
export type Subject =
  | { readonly kind: 'pipeline'; readonly pipeline: PipelineId; readonly only?: 'inputs' | 'outputs' }
  | { readonly kind: 'task'; readonly task: TaskId }
  | { readonly kind: 'group'; readonly group: GroupId }
  | { readonly kind: 'note'; readonly note: NoteId }
  | { readonly kind: 'edge'; readonly edge: EdgeKey }
  | { readonly kind: 'many'; readonly tasks: readonly TaskId[]; readonly others: number; readonly edges: number };

/** What a selection stands for; nothing selected is the pipeline itself. */
export function subjectOf(document: PipelineDocument, pipeline: PipelineId, selection: Selection): Subject {
  const nodes = [...selection.nodes];
  const edges = [...selection.edges].flatMap((id) => parseEdgeId(id) ?? []);
  const [node] = nodes;
  const [edge] = edges;
  if (node === undefined) {
    if (edge === undefined) return { kind: 'pipeline', pipeline };
    if (edges.length === 1) return { kind: 'edge', edge };
  }
  if (nodes.length === 1 && node !== undefined) return subjectOfNode(document, pipeline, node);
  const tasks = nodes.filter((id): id is TaskId => document.tasks.has(id as TaskId));
  return { kind: 'many', tasks, others: nodes.length - tasks.length, edges: edges.length };
}

function subjectOfNode(document: PipelineDocument, pipeline: PipelineId, key: LayoutKey): Subject {
  const [side, owner] = key.split(':');
  if (owner !== undefined && (side === 'inputs' || side === 'outputs')) {
    return { kind: 'pipeline', pipeline: owner as PipelineId, only: side };
  }
  if (document.tasks.has(key as TaskId)) return { kind: 'task', task: key as TaskId };
  if (document.groups.has(key as GroupId)) return { kind: 'group', group: key as GroupId };
  if (document.notes.has(key as NoteId)) return { kind: 'note', note: key as NoteId };
  return { kind: 'pipeline', pipeline };
}
