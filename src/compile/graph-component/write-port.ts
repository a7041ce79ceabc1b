import type { TreeMap } from '../../catalog/tree.ts';
import { v1TypeName } from '../../catalog/v1/write-v1-component.ts';
import type { LayoutRecord, PipelineInput, PipelineOutput } from '../../model/document.ts';
import { constantText } from './write-argument.ts';

/** Room between the inputs of a pipeline, which are one node here and a node each there. */
const PORT_STEP = 100;

/** An input as the format has it, before what was kept of the original is put back. */
export function writeInput(input: PipelineInput, layout: LayoutRecord | undefined, index: number): TreeMap {
  const { type, default: value, optional, description } = input;
  return {
    name: input.name,
    type: v1TypeName(type),
    ...(description === undefined ? {} : { description }),
    ...(value === undefined ? {} : { default: constantText(value) }),
    ...(optional === true ? { optional } : {}),
    ...portPosition(layout, index),
  };
}

/** An output as the format has it, before what was kept of the original is put back. */
export function writeOutput(output: PipelineOutput, layout: LayoutRecord | undefined, index: number): TreeMap {
  const { type, description } = output;
  return {
    name: output.name,
    type: v1TypeName(type),
    ...(description === undefined ? {} : { description }),
    ...portPosition(layout, index),
  };
}

function portPosition(layout: LayoutRecord | undefined, index: number): TreeMap {
  if (layout === undefined) return {};
  return { annotations: { 'editor.position': positionText(layout.x, layout.y + index * PORT_STEP) } };
}

/** Cloud Pipelines: a position is a JSON text. */
export function positionText(x: number, y: number): string {
  return JSON.stringify({ x, y });
}
