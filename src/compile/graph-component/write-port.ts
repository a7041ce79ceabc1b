import type { TreeMap } from '../../catalog/tree.ts';
import type { LayoutRecord, PipelineInput, PipelineOutput } from '../../model/document.ts';
import type { PortType } from '../../model/port-type.ts';
import { typeLabel } from '../../model/type-label.ts';
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

const NAMES: { readonly [type: string]: string } = {
  STRING: 'String',
  NUMBER_INTEGER: 'Integer',
  NUMBER_DOUBLE: 'Float',
  BOOLEAN: 'Boolean',
  LIST: 'JsonArray',
  STRUCT: 'JsonObject',
  TASK_FINAL_STATUS: 'PipelineTaskFinalStatus',
};

/** The name of a type in a v1 component. KFP SDK: `type_utils`, the other way round. */
export function v1TypeName(type: PortType): string {
  return type.kind === 'parameter' ? (NAMES[type.parameterType] ?? 'String') : typeLabel({ ...type, isList: false });
}
