import type { PipelineDocument, TaskRecord } from '../../../src/model/document.ts';
import type { GroupRecord } from '../../../src/model/group.ts';
import type { BodyId, NodeId, PipelineId, TaskId } from '../../../src/model/ids.ts';
import { isTask, nodesOfBody, pipelineRecord } from '../../../src/model/lookups.ts';

/** One line of the outline. `id` tells the same node reached by two ways apart. */
export interface OutlineRow {
  readonly id: string;
  readonly node: NodeId;
  readonly kind: 'task' | 'pipeline-task' | 'group' | 'branch';
  /** Document path of a task. */
  readonly path: string;
  /** The pipeline it stands in and the sub-pipeline tasks on the way there. */
  readonly pipeline: PipelineId;
  readonly through: readonly TaskId[];
  /** From 1, as `aria-level`. */
  readonly level: number;
  /** Its place among its siblings, from 1, and their number. */
  readonly position: number;
  readonly siblings: number;
  readonly hasChildren: boolean;
  /** Which branch of the group it is. */
  readonly branch?: number;
}

interface Walk {
  readonly document: PipelineDocument;
  readonly collapsed: ReadonlySet<string>;
  readonly rows: OutlineRow[];
}

interface Way {
  readonly pipeline: PipelineId;
  readonly through: readonly TaskId[];
  readonly pathPrefix: string;
  readonly level: number;
}

/** Every task and group, sub-pipelines opened out, in order. What is below a collapsed row is left out. O(rows). */
export function outlineRows(document: PipelineDocument, collapsed: ReadonlySet<string>): readonly OutlineRow[] {
  const walk = { document, collapsed, rows: [] };
  const { root } = document;
  walkBody(walk, pipelineRecord(document, root).body, { pipeline: root, through: [], pathPrefix: '', level: 1 });
  return walk.rows;
}

function walkBody(walk: Walk, body: BodyId, way: Way): void {
  const nodes = nodesOfBody(walk.document, body);
  for (const [index, node] of nodes.entries()) {
    const place = { position: index + 1, siblings: nodes.length };
    if (isTask(node)) walkTask(walk, node, way, place);
    else walkGroup(walk, node, way, place);
  }
}

type Place = Pick<OutlineRow, 'position' | 'siblings'>;

function walkTask(walk: Walk, task: TaskRecord, way: Way, place: Place): void {
  const path = way.pathPrefix + task.name;
  const { pipeline, through, level } = way;
  const definition = task.target.kind === 'pipeline' ? walk.document.pipelines.get(task.target.pipeline) : undefined;
  // A definition that uses itself is a problem of its own and not opened out here.
  const opens =
    definition !== undefined && definition.id !== pipeline && !isAround(walk.document, through, definition.id);
  const kind = task.target.kind === 'pipeline' ? 'pipeline-task' : 'task';
  walk.rows.push({ id: path, node: task.id, kind, path, pipeline, through, level, ...place, hasChildren: opens });
  if (!opens || walk.collapsed.has(path)) return;
  walkBody(walk, definition.body, {
    pipeline: definition.id,
    through: [...through, task.id],
    pathPrefix: `${path}/`,
    level: level + 1,
  });
}

function walkGroup(walk: Walk, group: GroupRecord, way: Way, place: Place): void {
  const id = `${way.pathPrefix}(${group.name})`;
  const { pipeline, through, level } = way;
  const base = { node: group.id, path: '', pipeline, through, hasChildren: true };
  walk.rows.push({ id, kind: 'group', level, ...base, ...place });
  if (walk.collapsed.has(id)) return;
  if (group.kind !== 'branches') {
    walkBody(walk, group.body, { ...way, level: level + 1 });
    return;
  }
  for (const [index, branch] of group.branches.entries()) {
    const branchId = `${id}(${branch.name})`;
    const branchPlace = { position: index + 1, siblings: group.branches.length };
    walk.rows.push({ id: branchId, kind: 'branch', level: level + 1, branch: index, ...base, ...branchPlace });
    if (!walk.collapsed.has(branchId)) walkBody(walk, branch.body, { ...way, level: level + 2 });
  }
}

function isAround(document: PipelineDocument, through: readonly TaskId[], pipeline: PipelineId): boolean {
  return (
    through.some((id) => {
      const target = document.tasks.get(id)?.target;
      return target?.kind === 'pipeline' && target.pipeline === pipeline;
    }) || pipeline === document.root
  );
}
