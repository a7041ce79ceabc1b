import { interfaceOfRecord } from '../../../src/analysis/task-interface.ts';
import type { Reference } from '../../../src/model/argument.ts';
import type { PipelineDocument, PipelineRecord } from '../../../src/model/document.ts';
import type { GroupId, LayoutKey, NodeId } from '../../../src/model/ids.ts';
import { type Arrangement, arrangementOf } from '../geometry/arrange.ts';
import { INNER_IN, INNER_OUT, itemHandle, ONE_OF_OUT } from '../geometry/group-frame.ts';
import { AFTER_IN, AFTER_OUT, handleOf } from '../geometry/node-size.ts';

/** One end of a wire as the canvas has it. */
export interface WireEnd {
  readonly node: LayoutKey;
  readonly handle: string;
}

/** Finds the ends of wires; what a collapsed group hides is that group. */
export interface WireEnds {
  /** Where a reference comes from; undefined where that is not there. */
  source(reference: Reference): WireEnd | undefined;
  /** A port that takes something. */
  target(node: NodeId, handle: string): WireEnd;
  after(node: NodeId, side: 'in' | 'out'): WireEnd;
}

/** The ends of one pipeline's wires. */
export function createWireEnds(document: PipelineDocument, pipeline: PipelineRecord): WireEnds {
  const arrangement = arrangementOf(document, pipeline.id);
  const inputs = new Set(pipeline.inputs.map((input) => input.name));
  const shown = (node: NodeId, handle: string, folded: string): WireEnd => {
    const group = arrangement.hiddenIn.get(node);
    return group === undefined ? { node, handle } : { node: group, handle: folded };
  };
  return {
    source: (reference) => {
      switch (reference.kind) {
        case 'input':
          if (!inputs.has(reference.input)) return undefined;
          return { node: `inputs:${pipeline.id}`, handle: handleOf('out', reference.input) };
        case 'task-output':
        case 'collected': {
          const task = document.tasks.get(reference.task);
          if (task === undefined) return undefined;
          const hasPort = interfaceOfRecord(document, task).outputs.some((port) => port.id === reference.output);
          return hasPort ? shown(task.id, handleOf('out', reference.output), INNER_OUT) : undefined;
        }
        case 'loop-item': {
          const handle = itemHandle(reference.field ?? '');
          return hasHandle(arrangement, reference.loop, handle) ? shown(reference.loop, handle, INNER_OUT) : undefined;
        }
        case 'one-of': {
          const handle = `${ONE_OF_OUT}:${reference.output}`;
          return hasHandle(arrangement, reference.group, handle)
            ? shown(reference.group, handle, INNER_OUT)
            : undefined;
        }
      }
    },
    target: (node, handle) => {
      const end = shown(node, handle, INNER_IN);
      const frame = arrangement.frames.get(node as GroupId);
      return end.node === node && frame?.isCollapsed === true ? { node, handle: INNER_IN } : end;
    },
    after: (node, side) => (side === 'in' ? shown(node, AFTER_IN, INNER_IN) : shown(node, AFTER_OUT, INNER_OUT)),
  };
}

/** A folded loop shows no item: who may use it is hidden too. */
function hasHandle({ frames }: Arrangement, group: NodeId, handle: string): boolean {
  return frames.get(group as GroupId)?.ports.some((port) => port.handle === handle) ?? false;
}
