import { interfaceOfRecord } from '../../src/analysis/task-interface.ts';
import type { PipelineDocument } from '../../src/model/document.ts';
import type { LayoutKey, PipelineId, TaskId } from '../../src/model/ids.ts';
import { frameAround } from '../canvas/geometry/group-frame.ts';
import { measureNote, measureTask, measureTerminal } from '../canvas/geometry/node-size.ts';
import type { NodeSize } from './layout-graph.ts';

/** The size of anything on the canvas, as the canvas draws it. */
export function measureNode(document: PipelineDocument, key: LayoutKey): NodeSize {
  const terminal = /^(inputs|outputs):(.*)$/.exec(key);
  if (terminal !== null) return measureTerminalOf(document, terminal[1] === 'inputs', terminal[2] as PipelineId);
  const task = document.tasks.get(key as TaskId);
  if (task !== undefined) {
    const { inputs, outputs } = interfaceOfRecord(document, task);
    return measureTask(idsOf(inputs), idsOf(outputs));
  }
  return document.groups.has(key as never) ? frameAround([], undefined) : measureNote(document.layout.get(key));
}

function measureTerminalOf(document: PipelineDocument, isInputs: boolean, id: PipelineId): NodeSize {
  const pipeline = document.pipelines.get(id);
  const ports = (isInputs ? pipeline?.inputs : pipeline?.outputs) ?? [];
  return measureTerminal(
    isInputs ? 'out' : 'in',
    ports.map((port) => port.name),
  );
}

function idsOf(ports: readonly { readonly id: string }[]): readonly string[] {
  return ports.map((port) => port.id);
}
