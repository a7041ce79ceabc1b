import type { GroupId, NodeId, PipelineId, TaskId } from '../../../src/model/ids.ts';

/**
 * What a wire on the canvas is in the document. `index` counts the references of one argument or condition, since it
 * may hold several.
 */
export type EdgeKey =
  | { readonly kind: 'argument'; readonly task: TaskId; readonly port: string; readonly index: number }
  | { readonly kind: 'output'; readonly pipeline: PipelineId; readonly output: string }
  | { readonly kind: 'after'; readonly node: NodeId; readonly upstream: NodeId }
  /** What a loop goes over. */
  | { readonly kind: 'items'; readonly group: GroupId }
  /** What the condition of a branch looks at. */
  | { readonly kind: 'condition'; readonly group: GroupId; readonly branch: number; readonly index: number }
  /** What feeds an output of branches; `index` counts its sources. */
  | { readonly kind: 'one-of'; readonly group: GroupId; readonly output: string; readonly index: number }
  /** From an exit handler to its exit task. */
  | { readonly kind: 'exit'; readonly group: GroupId };

/** An id of a wire that says what it is. Ids and port names hold no colon. */
export function edgeIdOf(key: EdgeKey): string {
  switch (key.kind) {
    case 'argument':
      return `argument:${key.task}:${key.port}:${key.index}`;
    case 'output':
      return `output:${key.pipeline}:${key.output}`;
    case 'after':
      return `after:${key.node}:${key.upstream}`;
    case 'items':
    case 'exit':
      return `${key.kind}:${key.group}`;
    case 'condition':
      return `condition:${key.group}:${key.branch}:${key.index}`;
    case 'one-of':
      return `one-of:${key.group}:${key.output}:${key.index}`;
  }
}

/** What a wire's id says; undefined for text that is none. */
export function parseEdgeId(id: string): EdgeKey | undefined {
  const [kind, first = '', second = '', third = ''] = id.split(':');
  switch (kind) {
    case 'argument':
      return { kind, task: first as TaskId, port: second, index: Number(third) };
    case 'output':
      return { kind, pipeline: first as PipelineId, output: second };
    case 'after':
      return { kind, node: first as NodeId, upstream: second as NodeId };
    case 'items':
    case 'exit':
      return { kind, group: first as GroupId };
    case 'condition':
      return { kind, group: first as GroupId, branch: Number(second), index: Number(third) };
    case 'one-of':
      return { kind, group: first as GroupId, output: second, index: Number(third) };
    default:
      return undefined;
  }
}
