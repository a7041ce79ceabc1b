import { entryOf, type TreeMap } from '../../catalog/tree.ts';
import { resolveV1Type } from '../../catalog/v1/resolve-type.ts';
import type { BodyRecord, PipelineDocument, PipelineInput, PipelineRecord, TaskRecord } from '../../model/document.ts';
import type { BodyId, NodeId, PipelineId, TaskId } from '../../model/ids.ts';
import { newNoteId } from '../../model/new-ids.ts';
import { referencesOf } from '../../model/references.ts';
import { failure, type Result, success } from '../../model/result.ts';
import { sanitisePortName } from '../../model/sanitise-names.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import { constantOfType } from '../graph-component/read-ports.ts';
import type { ImportedDocument, ImportNote } from '../import-result.ts';
import { type ElyraFile, maps, readElyraFile, textOf } from './elyra-shape.ts';
import { type ElyraReading, noteLoss, type OpenPipeline, type OpenTask, openPipeline } from './open-pipelines.ts';
import { componentPlace, readComponentArguments, readComponentTarget } from './read-component-node.ts';
import { filesFromUpstream, readGenericArguments, readGenericTarget } from './read-generic-node.ts';
import { readNodeOptions } from './read-node-options.ts';

/** The newest version of Elyra's format that is known. */
const NEWEST = 8;
const NO_TEXTS: ReadonlyMap<string, string> = new Map();

/**
 * Makes an editable document of an Elyra `.pipeline`, versions 1 to 8. Elyra's files name components and programs but do
 * not hold them: `componentTexts` has the texts of components by their source (`elyraComponents`).
 */
export function importElyra(
  tree: YamlTree,
  componentTexts: ReadonlyMap<string, string> = NO_TEXTS,
): Result<ImportedDocument, readonly ImportNote[]> {
  const file = readElyraFile(tree);
  if (file === undefined) return failure([{ code: 'elyra-without-pipeline', values: {} }]);
  const reading = createReading(file, componentTexts);
  const { primary } = file;
  const root = openPipeline(reading, primary, textOf(primary.properties, 'name') || 'pipeline');
  readPipelineParameters(reading, root);
  noteForm(reading);
  readTasks(reading);
  return success({ document: finish(reading, root), notKept: reading.notKept });
}

/** Where the components of an Elyra pipeline are: each source with the address or path in it. */
export function elyraComponents(tree: YamlTree): ReadonlyMap<string, string> {
  const file = readElyraFile(tree);
  const nodes = [...(file?.pipelines.values() ?? [])].flatMap((pipeline) => pipeline.nodes);
  const found = nodes.filter(({ kind, source }) => kind === 'component' && source !== '');
  return new Map(found.map(({ source }) => [source, componentPlace(source)] as const));
}

function createReading(file: ElyraFile, componentTexts: ReadonlyMap<string, string>): ElyraReading {
  const defaults = entryOf(file.primary.properties, 'pipeline_defaults');
  return {
    file,
    componentTexts,
    counter: { counter: 1 },
    components: new Map(),
    notes: new Map(),
    layout: new Map(),
    notKept: [],
    defaults: (typeof defaults === 'object' && defaults !== null ? defaults : {}) as TreeMap,
    opened: [],
    owners: new Map(),
    names: new Set(),
  };
}

function noteForm(reading: ElyraReading): void {
  const { version, runtime, nodes } = reading.file.primary;
  if (version > NEWEST) noteLoss(reading, 'elyra-newer', { version });
  if (runtime === 'APACHE_AIRFLOW') noteLoss(reading, 'elyra-airflow');
  if (nodes.length === 0) noteLoss(reading, 'elyra-empty');
}

/** Elyra: `pipeline_parameters`; a value given there is the default here. */
function readPipelineParameters(reading: ElyraReading, root: OpenPipeline): void {
  for (const parameter of maps(entryOf(root.elyra.properties, 'pipeline_parameters'))) {
    const name = sanitisePortName(textOf(parameter, 'name') ?? '');
    if (name === '' || root.inputs.has(name)) {
      noteLoss(reading, 'elyra-parameter', { name: textOf(parameter, 'name') ?? '' });
      continue;
    }
    root.inputs.set(name, readParameter(name, parameter));
  }
}

function readParameter(name: string, parameter: TreeMap): PipelineInput {
  const standard = entryOf(parameter, 'default_value');
  const typeName = textOf(standard, 'type') ?? 'String';
  const resolved = resolveV1Type(typeName, 'input');
  const type = resolved?.kind === 'parameter' ? resolved : ({ kind: 'parameter', parameterType: 'STRING' } as const);
  const value = entryOf(parameter, 'value') ?? entryOf(standard, 'value');
  const description = textOf(parameter, 'description') ?? '';
  const isSet = value !== undefined && value !== null && typeof value !== 'object';
  return {
    name,
    type,
    ...(isSet ? { default: constantOfType(value, type, typeName) } : {}),
    ...(description === '' ? {} : { description }),
  };
}

/** Components come first: wires depend on their ports. */
function readTasks(reading: ElyraReading): void {
  const handedOn = filesFromUpstream(reading);
  const all = reading.opened.flatMap((open) => [...open.tasks.values()].map((task) => ({ open, task })));
  for (const { open, task } of all) {
    const files = handedOn.get(task.node.id) ?? new Map();
    if (task.node.kind === 'generic') readGenericTarget(reading, open, task, files);
    else if (task.node.kind === 'component') readComponentTarget(reading, task);
  }
  for (const { open, task } of all) {
    const files = handedOn.get(task.node.id) ?? new Map();
    if (task.node.kind === 'generic') readGenericArguments(reading, open, task, files);
    else if (task.node.kind === 'component') readComponentArguments(reading, open, task);
  }
}

function finish(reading: ElyraReading, root: OpenPipeline): PipelineDocument {
  const pipelines = new Map<PipelineId, PipelineRecord>();
  const bodies = new Map<BodyId, BodyRecord>();
  const tasks = new Map<TaskId, TaskRecord>();
  for (const open of reading.opened) {
    const { id, body } = open;
    pipelines.set(id, pipelineOf(open));
    const children: NodeId[] = [...open.tasks.values()].map((task) => task.id);
    bodies.set(body, { id: body, owner: { kind: 'pipeline', pipeline: id }, children });
    for (const task of open.tasks.values()) tasks.set(task.id, taskOf(reading, open, task));
    readComments(reading, open);
  }
  const { counter, components, notes, layout } = reading;
  const empty = { groups: new Map(), missing: new Map() };
  return { counter: counter.counter, root: root.id, pipelines, bodies, tasks, components, notes, layout, ...empty };
}

function pipelineOf({ id, name, title, elyra, inputs, outputs, body }: OpenPipeline): PipelineRecord {
  const description = textOf(elyra.properties, 'description') ?? '';
  return {
    id,
    name,
    ...(title === name ? {} : { displayName: title }),
    ...(description === '' ? {} : { description }),
    inputs: [...inputs.values()],
    outputs: [...outputs.values()],
    body,
    groupCounter: 1,
  };
}

function taskOf(reading: ElyraReading, open: OpenPipeline, task: OpenTask): TaskRecord {
  const { id, name, node, target } = task;
  const isGeneric = node.kind === 'generic';
  return {
    id,
    parent: open.body,
    name,
    ...(node.label === name ? {} : { displayName: node.label }),
    target,
    arguments: Object.fromEntries(task.arguments),
    after: afterOf(open, task),
    options: node.kind === 'super' ? {} : readNodeOptions(node.parameters, reading.defaults, isGeneric),
  };
}

/** A link is an order; where something is taken as well, the wire says so already. */
function afterOf(open: OpenPipeline, task: OpenTask): readonly NodeId[] {
  const references = [...task.arguments.values()].flatMap(referencesOf);
  const producers = new Set<NodeId>(references.flatMap((from) => (from.kind === 'task-output' ? [from.task] : [])));
  return task.node.upstream.flatMap((node) => {
    const upstream = open.tasks.get(node);
    return upstream === undefined || producers.has(upstream.id) ? [] : [upstream.id];
  });
}

function readComments(reading: ElyraReading, { id: pipeline, elyra }: OpenPipeline): void {
  for (const { text, place } of elyra.comments) {
    const id = newNoteId(reading.counter);
    reading.notes.set(id, { id, pipeline, text });
    if (place !== undefined) reading.layout.set(id, place);
  }
}
