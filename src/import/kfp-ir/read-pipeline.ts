import { plainJson } from '../../catalog/tree.ts';
import type { ComponentSpec } from '../../compile/kfp/ir.ts';
import type { ConstantValue, Reference } from '../../model/argument.ts';
import type { PipelineInput, PipelineOutput, PipelineRecord } from '../../model/document.ts';
import type { PipelineId } from '../../model/ids.ts';
import { newBodyId, newPipelineId } from '../../model/new-ids.ts';
import { isPythonFloat, type YamlTree } from '../../yaml/yaml-tree.ts';
import { isOneOf, outputReference, selectorsOf } from './channels.ts';
import { outlineDag } from './outline.ts';
import type { DagScope } from './outline-node.ts';
import { plainFloats } from './plain-floats.ts';
import { readBody } from './read-body.ts';
import { noteLoss, portTypeOf, type Reading } from './reading.ts';

/** Reads a pipeline, the root or a sub-pipeline, with everything below it. */
export function readPipeline(
  reading: Reading,
  component: ComponentSpec,
  head: Pick<PipelineRecord, 'name' | 'displayName' | 'description' | 'platform' | 'defaultPipelineRoot'>,
): PipelineId {
  const id = newPipelineId(reading.counter);
  const body = newBodyId(reading.counter);
  // The place in the map is taken before inner pipelines are read, so that the root comes first.
  const record: PipelineRecord = { id, ...head, inputs: readInputs(component), outputs: [], body, groupCounter: 1 };
  reading.pipelines.set(id, record);
  const scope = outlineDag(reading, component);
  readBody(reading, { scope, body, owner: { kind: 'pipeline', pipeline: id } }, (inner, taskName) => {
    return readDefinition(reading, inner, taskName);
  });
  reading.pipelines.set(id, { ...record, outputs: readOutputs(reading, scope) });
  return id;
}

/** Every use of a sub-pipeline has a copy of its own in the IR; copies that hold the same are one definition. */
function readDefinition(reading: Reading, component: ComponentSpec, taskName: string): PipelineId {
  const digest = reading.index.digestOf(component);
  const known = reading.definitions.get(digest);
  if (known !== undefined) return known;
  const id = readPipeline(reading, component, { name: freeDefinitionName(reading, taskName) });
  reading.definitions.set(digest, id);
  return id;
}

function freeDefinitionName(reading: Reading, wanted: string): string {
  const taken = new Set([...reading.pipelines.values()].map((pipeline) => pipeline.name));
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}-${number}`;
  return name;
}

function readInputs({ inputDefinitions }: ComponentSpec): readonly PipelineInput[] {
  const parameters = Object.entries(inputDefinitions?.parameters ?? {}).map(([name, definition]): PipelineInput => {
    const { defaultValue, isOptional, description } = definition;
    return {
      name,
      type: portTypeOf(definition),
      ...(defaultValue === undefined ? {} : { default: defaultOf(defaultValue, definition.parameterType) }),
      ...((isOptional === true) === (defaultValue !== undefined) ? {} : { optional: isOptional === true }),
      ...(description === undefined ? {} : { description }),
    };
  });
  const artifacts = Object.entries(inputDefinitions?.artifacts ?? {}).map(
    ([name, definition]): PipelineInput => ({
      name,
      type: portTypeOf(definition),
      ...(definition.isOptional === true ? { optional: true } : {}),
      ...(definition.description === undefined ? {} : { description: definition.description }),
    }),
  );
  return [...parameters, ...artifacts];
}

/** Every number of the IR is a float; only the default of a Float keeps the mark. */
function defaultOf(value: YamlTree, type: string): ConstantValue {
  return type === 'NUMBER_DOUBLE' && isPythonFloat(value) ? (plainFloats(value) as ConstantValue) : plainJson(value);
}

function readOutputs(reading: Reading, scope: DagScope): readonly PipelineOutput[] {
  const { outputDefinitions } = scope.component;
  const definitions = [
    ...Object.entries(outputDefinitions?.parameters ?? {}),
    ...Object.entries(outputDefinitions?.artifacts ?? {}),
  ];
  return definitions.map(([name, definition]) => readOutput(reading, name, definition, sourceOf(scope, name)));
}

/** What feeds an output of a pipeline: one task's output, or one of a group that chooses by itself. */
function sourceOf(scope: DagScope, name: string): Reference | undefined {
  const outputs = scope.component.dag?.outputs;
  const [only, more] = selectorsOf(outputs, name);
  if (only === undefined || more !== undefined || isOneOf(outputs, name)) return undefined;
  return outputReference(scope, only.task, only.output);
}

function readOutput(
  reading: Reading,
  name: string,
  definition: Parameters<typeof portTypeOf>[0],
  source: Reference | undefined,
): PipelineOutput {
  if (source === undefined) noteLoss(reading, 'output-source-not-kept', { output: name });
  return {
    name,
    type: portTypeOf(definition),
    ...(definition.description === undefined ? {} : { description: definition.description }),
    ...(source === undefined ? {} : { source }),
  };
}
