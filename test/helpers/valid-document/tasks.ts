import { portsOfPipeline } from '../../../src/analysis/task-interface.ts';
import type { InputPort, OutputPort } from '../../../src/catalog/component-description.ts';
import { describeComponentRecord } from '../../../src/catalog/describe-component-record.ts';
import type { Argument } from '../../../src/model/argument.ts';
import type { ImporterTarget, TaskRecord, TaskTarget } from '../../../src/model/document.ts';
import type { BodyId, NodeId, TaskId } from '../../../src/model/ids.ts';
import { newTaskId } from '../../../src/model/new-ids.ts';
import type { Added, Given, PipelineBuilding, Reach } from './building.ts';
import { COMPONENTS } from './components.ts';
import { optionsOf } from './options.ts';
import { argumentFor, settingOf, textParts } from './values.ts';

interface Made {
  readonly target: TaskTarget;
  readonly name: string;
  readonly inputs: readonly InputPort[];
  readonly outputs: readonly OutputPort[];
}

/** A task with arguments that fit; nothing where a required artifact is not in reach. */
export function buildTask(building: PipelineBuilding, body: BodyId, reach: Reach): Added & { readonly id: TaskId } {
  const { choices, parts, tasks } = building;
  const made = choices.once(8)
    ? importer(building, reach)
    : choices.once(5)
      ? subPipeline(building)
      : component(building);
  const args =
    made.target.kind === 'importer' ? addressFor(building, reach) : argumentsFor(building, reach, made.inputs);
  const fallback = args === undefined ? named('say') : made;
  const id = newTaskId(parts);
  const wanted = choices.once(4) ? choices.of(['train', 'train-2', 'x']) : fallback.name;
  const name = building.nameTask(wanted);
  if (fallback.target.kind === 'component') addComponent(building, fallback.name);
  const task: TaskRecord = {
    id,
    parent: body,
    name,
    ...(choices.once(8) ? { displayName: choices.of(['Shown', 'it\'s "shown"']) } : {}),
    target: fallback.target,
    arguments: args ?? {},
    after: afterFor(building, reach),
    options: optionsOf(building, reach, fallback.target.kind === 'component'),
  };
  tasks.set(id, withIgnoredFailure(building, task, fallback.inputs));
  const own = fallback.outputs.map(
    ({ id: output, type }): Given => ({ reference: { kind: 'task-output', task: id, output }, type }),
  );
  return { id, given: own, nodes: [id], own, inner: own };
}

/** A task that can end an exit handler: it takes pipeline inputs and constants only. */
export function buildExitTask(building: PipelineBuilding, body: BodyId, reach: Reach): TaskId {
  const given = reach.given.filter(({ reference }) => reference.kind === 'input');
  const made = named(building.choices.of(['report', 'say']));
  const { id } = placeTask(building, body, made, { ...reach, given, nodes: [] });
  return id;
}

function placeTask(building: PipelineBuilding, body: BodyId, made: Made, reach: Reach): TaskRecord {
  const id = newTaskId(building.parts);
  const name = building.nameTask(made.name);
  addComponent(building, made.name);
  const inputs = made.inputs.filter(
    ({ type }) => type.kind !== 'parameter' || type.parameterType !== 'TASK_FINAL_STATUS',
  );
  const task: TaskRecord = {
    id,
    parent: body,
    name,
    target: made.target,
    arguments: argumentsFor(building, reach, inputs) ?? {},
    after: [],
    options: {},
  };
  building.tasks.set(id, task);
  return task;
}

function component({ choices }: PipelineBuilding): Made {
  return named(choices.of(['say', 'make', 'use', 'need', 'keyword', 'gather']));
}

/** By the short name; the SDK's name of the task comes from the component itself. */
function named(short: string): Made {
  const record = COMPONENTS.get(short);
  const description = record === undefined ? undefined : describeComponentRecord(record);
  if (record === undefined || description === undefined) throw new Error(`no component ${short}`);
  const target: TaskTarget = { kind: 'component', component: record.key };
  return { target, name: description.name, inputs: description.inputs, outputs: description.outputs };
}

function addComponent({ components }: PipelineBuilding, name: string): void {
  for (const record of COMPONENTS.values()) {
    if (describeComponentRecord(record)?.name === name) components.set(record.key, record);
  }
}

function subPipeline(building: PipelineBuilding): Made {
  const known = [...building.pipelines.values()];
  if (known.length === 0) return component(building);
  const pipeline = building.choices.of(known);
  const { inputs, outputs } = portsOfPipeline(pipeline);
  return { target: { kind: 'pipeline', pipeline: pipeline.id }, name: pipeline.name, inputs, outputs };
}

function importer(building: PipelineBuilding, reach: Reach): Made {
  const { choices } = building;
  // KFP SDK: loop items lose their types in metadata; several references are numbered in no fixed order.
  const outer = { ...reach, given: reach.given.filter(({ reference }) => reference.kind !== 'loop-item') };
  const reference = textParts(building, outer)?.find((part) => typeof part !== 'string');
  const parts = reference === undefined ? undefined : ['v="', reference, '"'];
  const metadata: Argument | undefined = choices.of<Argument | undefined>([
    undefined,
    { kind: 'value', value: { a: 1, b: ['x', true] } },
    parts === undefined
      ? undefined
      : {
          kind: 'template',
          value: {
            kind: 'map',
            entries: [
              ['first', { kind: 'text', parts }],
              [
                'second',
                {
                  kind: 'list',
                  items: [
                    { kind: 'text', parts },
                    { kind: 'constant', value: 2 },
                  ],
                },
              ],
            ],
          },
        },
  ]);
  const schemaTitle = choices.of(['system.Dataset', 'system.Model', 'google.VertexModel', 'google.Own']);
  const artifactType = {
    kind: 'artifact',
    schemaTitle,
    schemaVersion: choices.of(['0.0.1', '0.0.1', '1.2.0']),
    isList: false,
  } as const;
  const target: ImporterTarget = {
    kind: 'importer',
    artifactType,
    reimport: choices.once(2),
    ...(metadata === undefined ? {} : { metadata }),
  };
  const uri: InputPort = {
    id: 'uri',
    name: 'uri',
    type: { kind: 'parameter', parameterType: 'STRING' },
    optional: false,
  };
  return {
    target,
    name: 'importer',
    inputs: [uri],
    outputs: [{ id: 'artifact', name: 'artifact', type: artifactType }],
  };
}

function argumentsFor(
  building: PipelineBuilding,
  reach: Reach,
  inputs: readonly InputPort[],
): { readonly [port: string]: Argument } | undefined {
  const args: { [port: string]: Argument } = {};
  for (const { id, type, optional } of inputs) {
    if (type.kind === 'parameter' && type.parameterType === 'TASK_FINAL_STATUS') continue;
    if (optional && !building.choices.once(3)) continue;
    const argument = argumentFor(building, reach, type);
    if (argument === undefined && !optional) return undefined;
    if (argument !== undefined) args[id] = argument;
  }
  return args;
}

/** KFP SDK: text with references in an importer's address is taken as it is written. */
function addressFor(building: PipelineBuilding, reach: Reach): { readonly uri: Argument } {
  const uri = settingOf(building, reach, ['gs://bucket/a', 'b']);
  return { uri: typeof uri === 'string' ? { kind: 'value', value: uri } : uri };
}

function afterFor({ choices }: PipelineBuilding, reach: Reach): readonly NodeId[] {
  if (reach.nodes.length === 0 || !choices.once(4)) return [];
  return [...new Set([choices.of(reach.nodes), choices.of(reach.nodes)])];
}

/** KFP SDK: with it every input must be given, and those fed by a task must have a default. */
function withIgnoredFailure({ choices }: PipelineBuilding, task: TaskRecord, inputs: readonly InputPort[]): TaskRecord {
  const isPossible = inputs.every(({ id, optional }) => optional && task.arguments[id] !== undefined);
  if (!isPossible || !choices.once(2)) return task;
  return { ...task, options: { ...task.options, ignoreUpstreamFailure: true } };
}
