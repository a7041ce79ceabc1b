import type { TreeMap } from '../../catalog/tree.ts';
import type { PipelineInput, PipelineOutput } from '../../model/document.ts';
import type { BodyId } from '../../model/ids.ts';
import { newBodyId, newPipelineId } from '../../model/new-ids.ts';
import type { ParameterType, PortType } from '../../model/port-type.ts';
import { sanitisePortName, sanitiseTaskName, uniqueName } from '../../model/sanitise-names.ts';
import {
  type ArgoReading,
  type Definition,
  type Frame,
  noteLoss,
  type PipelineNames,
  referenceOf,
  typeOfSource,
  type Value,
} from './argo-reading.ts';
import { outputMarks } from './output-marks.ts';
import { hasMarks, meaningOf } from './read-marks.ts';
import { mapOf, mapsOf, textOf } from './tree-fields.ts';

/** How the tasks of a template are read; given by who knows bodies. */
export type ReadBody = (
  names: PipelineNames,
  body: BodyId,
  template: TreeMap,
  meanings: ReadonlyMap<string, Value>,
) => Frame;

/** A template with tasks as a sub-pipeline, made once however often it is called. */
export function readDefinition(reading: ArgoReading, template: TreeMap, readBody: ReadBody): Definition {
  const title = textOf(template, 'name') ?? '';
  const known = reading.definitions.get(title);
  if (known !== undefined) return known;
  const pipeline = newPipelineId(reading.counter);
  const body = newBodyId(reading.counter);
  const names: PipelineNames = { reading, pipeline, tasks: new Set(), groups: new Set(), groupCounter: 1 };
  const inputs = readInputs(reading, title, template);
  const meanings = new Map(inputs.map(({ path, value }) => [`inputs.${path}`, value] as const));
  const frame = readBody(names, body, template, meanings);
  const outputs = readOutputs(frame, title, template);
  const name = uniqueName(sanitiseTaskName(title) || 'pipeline', (candidate) => reading.definitionNames.has(candidate));
  reading.definitionNames.add(name);
  reading.bodies.set(body, { id: body, owner: { kind: 'pipeline', pipeline }, children: frame.children });
  reading.pipelines.set(pipeline, {
    id: pipeline,
    name,
    inputs: inputs.map(({ input }) => input),
    outputs: outputs.map(({ output }) => output),
    body,
    groupCounter: names.groupCounter,
  });
  const definition: Definition = {
    pipeline,
    inputs: new Map(inputs.map(({ path, input }) => [path, input.name])),
    outputs: new Map(
      outputs.map(({ path, output, value: { type, source } }) => {
        return [path, { port: output.name, type, source: source === undefined ? {} : { source } }];
      }),
    ),
  };
  reading.definitions.set(title, definition);
  return definition;
}

interface ReadInput {
  readonly path: string;
  readonly input: PipelineInput;
  readonly value: Value;
}

function readInputs(reading: ArgoReading, title: string, template: TreeMap): readonly ReadInput[] {
  const taken = new Set<string>();
  const inputs = mapOf(template, 'inputs');
  const parameters = mapsOf(inputs, 'parameters').map((parameter): ReadInput => {
    const wanted = textOf(parameter, 'name') ?? '';
    const source = `input/${title}/${wanted}`;
    const type = typeOfSource(reading, source);
    const text = textOf(parameter, 'value') ?? textOf(parameter, 'default');
    const given = text === undefined || hasMarks(text) ? {} : { default: constantOfText(text, type) };
    const name = portName(wanted, taken);
    const input = { name, type: { kind: 'parameter', parameterType: type } as const, ...given };
    return { path: `parameters.${wanted}`, input, value: { argument: { kind: 'input', input: name }, type, source } };
  });
  const artifacts = mapsOf(inputs, 'artifacts').map((artifact): ReadInput => {
    const wanted = textOf(artifact, 'name') ?? '';
    const name = portName(wanted, taken);
    const value: Value = { argument: { kind: 'input', input: name }, type: 'artifact' };
    return { path: `artifacts.${wanted}`, input: { name, type: typeOf('artifact') }, value };
  });
  return [...parameters, ...artifacts];
}

/** An output with what feeds it. */
export interface ReadOutput {
  readonly path: string;
  readonly output: PipelineOutput;
  readonly value: Value;
}

/** What a template with tasks gives, as outputs of a pipeline. */
export function readOutputs(frame: Frame, title: string, template: TreeMap): readonly ReadOutput[] {
  const taken = new Set<string>();
  return outputMarks(template).flatMap(([path, mark]): ReadOutput[] => {
    const name = portName(path.replace(/^[a-z]+\./, ''), taken);
    const value = mark === '' ? undefined : meaningOf(frame, mark, title);
    const source = referenceOf(value);
    if (value === undefined || source === undefined) {
      noteLoss(frame.names.reading, 'argo-output-not-read', { output: name, template: title });
      return [];
    }
    return [{ path, output: { name, type: typeOf(value.type), source }, value }];
  });
}

/** A name that KFP takes, as near as possible to the one in the file. */
export function portName(wanted: string, taken: Set<string>): string {
  const usable = /^[A-Za-z][A-Za-z0-9_-]*$/.test(wanted)
    ? wanted
    : sanitisePortName(wanted).replace(/^(?=\d)|^$/, 'input_');
  const name = uniqueName(usable, (candidate) => taken.has(candidate), '_');
  taken.add(name);
  return name;
}

/** The type of a port. */
export function typeOf(type: ParameterType | 'artifact'): PortType {
  if (type !== 'artifact') return { kind: 'parameter', parameterType: type };
  return { kind: 'artifact', schemaTitle: 'system.Artifact', schemaVersion: '0.0.1', isList: false };
}

/** The text of a parameter as a value of its type; the text itself where it is none. */
export function constantOfText(text: string, type: ParameterType): NonNullable<PipelineInput['default']> {
  if (type === 'STRING') return text;
  if (type === 'BOOLEAN' && /^(?:true|false)$/i.test(text)) return /^true$/i.test(text);
  try {
    return JSON.parse(text) as NonNullable<PipelineInput['default']>;
  } catch {
    return text;
  }
}
