import type { ConnectionSource, ConnectionTarget } from '../../../src/analysis/connection.ts';
import type { GroupId, LayoutKey, NodeId, PipelineId, TaskId } from '../../../src/model/ids.ts';
import {
  CONDITION_IN,
  INNER_IN,
  INNER_OUT,
  ITEM_OUT,
  ITEMS_IN,
  ONE_OF_IN,
  ONE_OF_OUT,
} from '../geometry/group-frame.ts';
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
  | { readonly kind: 'after-out'; readonly node: NodeId }
  /** What a loop goes over. */
  | { readonly kind: 'loop-items'; readonly group: GroupId }
  /** The item of a loop, or one field of it. */
  | { readonly kind: 'loop-item'; readonly group: GroupId; readonly field: string }
  | { readonly kind: 'one-of-source'; readonly group: GroupId; readonly output: string }
  | { readonly kind: 'one-of-output'; readonly group: GroupId; readonly output: string }
  /** A mark where wires end that are not drawn here: conditions, and what a folded group hides. */
  | { readonly kind: 'mark'; readonly group: GroupId; readonly side: 'in' | 'out' };

/** Reads a node's id and a handle's id. */
export function portOfHandle(node: LayoutKey, handle: string): CanvasPort {
  if (handle === AFTER_IN) return { kind: 'after-in', node: node as NodeId };
  if (handle === AFTER_OUT) return { kind: 'after-out', node: node as NodeId };
  const colon = handle.indexOf(':');
  const kind = colon < 0 ? handle : handle.slice(0, colon);
  const name = colon < 0 ? '' : handle.slice(colon + 1);
  const ofGroup = portOfGroup(node as GroupId, kind, name);
  if (ofGroup !== undefined) return ofGroup;
  const terminal = /^(inputs|outputs):(.*)$/.exec(node);
  if (terminal === null)
    return { kind: kind === 'in' ? 'task-input' : 'task-output', task: node as TaskId, port: name };
  const pipeline = terminal[2] as PipelineId;
  if (terminal[1] === 'inputs') {
    return name === NEW_PORT ? { kind: 'new-input', pipeline } : { kind: 'pipeline-input', pipeline, name };
  }
  return name === NEW_PORT ? { kind: 'new-output', pipeline } : { kind: 'pipeline-output', pipeline, name };
}

function portOfGroup(group: GroupId, kind: string, name: string): CanvasPort | undefined {
  switch (kind) {
    case ITEMS_IN:
      return { kind: 'loop-items', group };
    case ITEM_OUT:
      return { kind: 'loop-item', group, field: name };
    case ONE_OF_IN:
      return { kind: 'one-of-source', group, output: name };
    case ONE_OF_OUT:
      return { kind: 'one-of-output', group, output: name };
    case CONDITION_IN:
    case INNER_IN:
      return { kind: 'mark', group, side: 'in' };
    case INNER_OUT:
      return { kind: 'mark', group, side: 'out' };
    default:
      return undefined;
  }
}

const SOURCES: ReadonlySet<CanvasPort['kind']> = new Set([
  'task-output',
  'pipeline-input',
  'new-input',
  'after-out',
  'loop-item',
  'one-of-output',
]);

/** True for a port that data comes out of. */
export function isSource(port: CanvasPort): boolean {
  return SOURCES.has(port.kind) || (port.kind === 'mark' && port.side === 'out');
}

/** What a wire from this port carries; undefined for ports that carry no data yet. */
export function sourceOfPort(port: CanvasPort, pipeline: PipelineId): ConnectionSource | undefined {
  switch (port.kind) {
    case 'task-output':
      return { pipeline, reference: { kind: 'task-output', task: port.task, output: port.port } };
    case 'pipeline-input':
      return { pipeline, reference: { kind: 'input', input: port.name } };
    case 'loop-item': {
      const field = port.field === '' ? {} : { field: port.field };
      return { pipeline, reference: { kind: 'loop-item', loop: port.group, ...field } };
    }
    case 'one-of-output':
      return { pipeline, reference: { kind: 'one-of', group: port.group, output: port.output } };
    default:
      return undefined;
  }
}

/** Where a wire to this port ends; undefined for ports that take no data of a task or pipeline. */
export function targetOfPort(port: CanvasPort): ConnectionTarget | undefined {
  if (port.kind === 'task-input') return { task: port.task, port: port.port };
  return port.kind === 'pipeline-output' ? { output: port.name } : undefined;
}
