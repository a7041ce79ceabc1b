import type { NodeId, PipelineId, TaskId } from '../../../src/model/ids.ts';

/**
 * What a wire on the canvas is in the document. `index` counts the references of one argument, since a text may
 * hold several.
 */
export type EdgeKey =
  | { readonly kind: 'argument'; readonly task: TaskId; readonly port: string; readonly index: number }
  | { readonly kind: 'output'; readonly pipeline: PipelineId; readonly output: string }
  | { readonly kind: 'after'; readonly node: NodeId; readonly upstream: NodeId };

/** An id of a wire that says what it is. Ids and port names hold no colon. */
export function edgeIdOf(key: EdgeKey): string {
  switch (key.kind) {
    case 'argument':
      return `argument:${key.task}:${key.port}:${key.index}`;
    case 'output':
      return `output:${key.pipeline}:${key.output}`;
    case 'after':
      return `after:${key.node}:${key.upstream}`;
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
    default:
      return undefined;
  }
}
