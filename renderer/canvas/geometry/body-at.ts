import type { PipelineDocument } from '../../../src/model/document.ts';
import type { Position } from '../../../src/model/edits/place-node.ts';
import type { BodyId, NodeId, PipelineId } from '../../../src/model/ids.ts';
import { bodiesOfGroup, isTask, nodesOfBody, pipelineRecord } from '../../../src/model/lookups.ts';
import { arrangementOf } from './arrange.ts';
import type { Box } from './group-frame.ts';

const NOTHING: ReadonlySet<NodeId> = new Set();

/** The innermost body whose frame is at a point of the canvas; what stands in `except` is looked through. */
export function bodyAt(
  document: PipelineDocument,
  pipeline: PipelineId,
  point: Position,
  except: ReadonlySet<NodeId> = NOTHING,
): BodyId {
  const { frames } = arrangementOf(document, pipeline);
  const inside = (body: BodyId): BodyId => {
    // What was made last lies on top.
    for (const node of [...nodesOfBody(document, body)].reverse()) {
      const frame = isTask(node) || except.has(node.id) ? undefined : frames.get(node.id);
      if (isTask(node) || frame === undefined || frame.isCollapsed || !contains(frame.box, point)) continue;
      const { box, lanes } = frame;
      const relative = { x: point.x - box.x, y: point.y - box.y };
      const lane = [...lanes].reverse().find((candidate) => contains(candidate, relative));
      if (lane !== undefined) return inside(lane.body);
      const [only, ...others] = bodiesOfGroup(node);
      if (only !== undefined && others.length === 0) return inside(only);
    }
    return body;
  };
  return inside(pipelineRecord(document, pipeline).body);
}

function contains(box: Box, { x, y }: Position): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}
