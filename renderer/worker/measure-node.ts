import type { PipelineDocument } from '../../src/model/document.ts';
import type { GroupId, LayoutKey, PipelineId, TaskId } from '../../src/model/ids.ts';
import { geometryOfTerminal } from '../canvas/geometry/arrange.ts';
import { collapsedSize, leastSize } from '../canvas/geometry/group-frame.ts';
import { specOfGroup } from '../canvas/geometry/group-spec.ts';
import { geometryOfTask } from '../canvas/geometry/measure-task.ts';
import { measureNote } from '../canvas/geometry/node-size.ts';
import type { NodeSize } from './layout-graph.ts';

/** The size of anything on the canvas that the layouter does not look into, as the canvas draws it. */
export function measureNode(document: PipelineDocument, key: LayoutKey): NodeSize {
  const terminal = /^(inputs|outputs):(.*)$/.exec(key);
  if (terminal !== null) return measureTerminalOf(document, terminal[1] === 'inputs', terminal[2] as PipelineId);
  const task = document.tasks.get(key as TaskId);
  if (task !== undefined) return geometryOfTask(document, task);
  const group = document.groups.get(key as GroupId);
  if (group === undefined) return measureNote(document.layout.get(key));
  const spec = specOfGroup(document, group);
  return document.layout.get(key)?.collapsed === true ? collapsedSize(spec) : leastSize(spec);
}

function measureTerminalOf(document: PipelineDocument, isInputs: boolean, id: PipelineId): NodeSize {
  const pipeline = document.pipelines.get(id);
  const ports = (isInputs ? pipeline?.inputs : pipeline?.outputs) ?? [];
  return geometryOfTerminal(ports, isInputs ? 'out' : 'in');
}
