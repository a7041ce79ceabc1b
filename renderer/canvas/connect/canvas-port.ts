import type { ConnectionSource, ConnectionTarget } from '../../../src/analysis/connection.ts';
import type { LayoutKey, NodeId, PipelineId, TaskId } from '../../../src/model/ids.ts';
import { AFTER_IN, AFTER_OUT, NEW_PORT } from '../geometry/node-size.ts';

/** What a port on the canvas is in the document. */
export type CanvasPort =
  | { readonly kind: 'task-input'; readonly task: TaskId; readonly port: string }
  | { readonly kind: 'task-output'; readonly task: TaskId; readonly port: string }
  | { readonly kind: 'pipeline-input'; readonly pipeline: PipelineId; readonly name: string }
  | { readonly kind: 'pipeline-output'; readonly pipeline: PipelineId; readonly name: string }
  | { readonly kind: 'new-input'; readonly pipeline: PipelineId }
  | { readonly kind: 'new-output'; readonly pipeline: PipelineId }
  | { readonly kind: 'after-in'; readonly node: NodeId }
  | { readonly kind: 'after-out'; readonly node: NodeId };

/** Reads a node's id and a handle's id. */
export function portOfHandle(node: LayoutKey, handle: string): CanvasPort {
  if (handle === AFTER_IN) return { kind: 'after-in', node: node as NodeId };
  if (handle === AFTER_OUT) return { kind: 'after-out', node: node as NodeId };
  const name = handle.slice(handle.indexOf(':') + 1);
  const terminal = /^(inputs|outputs):(.*)$/.exec(node);
  if (terminal === null) {
    const kind = handle.startsWith('in:') ? 'task-input' : 'task-output';
    return { kind, task: node as TaskId, port: name };
  }
  const pipeline = terminal[2] as PipelineId;
  if (terminal[1] === 'inputs') {
    return name === NEW_PORT ? { kind: 'new-input', pipeline } : { kind: 'pipeline-input', pipeline, name };
  }
  return name === NEW_PORT ? { kind: 'new-output', pipeline } : { kind: 'pipeline-output', pipeline, name };
}

/** True for a port that data comes out of. */
export function isSource(port: CanvasPort): boolean {
  return (
    port.kind === 'task-output' ||
    port.kind === 'pipeline-input' ||
    port.kind === 'new-input' ||
    port.kind === 'after-out'
  );
}

/** What a wire from this port carries; undefined for ports that carry no data yet. */
export function sourceOfPort(port: CanvasPort, pipeline: PipelineId): ConnectionSource | undefined {
  if (port.kind === 'task-output') {
    return { pipeline, reference: { kind: 'task-output', task: port.task, output: port.port } };
  }
  if (port.kind === 'pipeline-input') return { pipeline, reference: { kind: 'input', input: port.name } };
  return undefined;
}

/** Where a wire to this port ends; undefined for ports that take no data. */
export function targetOfPort(port: CanvasPort): ConnectionTarget | undefined {
  if (port.kind === 'task-input') return { task: port.task, port: port.port };
  return port.kind === 'pipeline-output' ? { output: port.name } : undefined;
}
