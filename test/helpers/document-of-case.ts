import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeComponentRecord } from '../../src/catalog/describe-component-record.ts';
import { digestOfText } from '../../src/catalog/digest.ts';
import type { Argument, Reference } from '../../src/model/argument.ts';
import { componentKeyOf } from '../../src/model/component-key.ts';
import { createDocument } from '../../src/model/create-document.ts';
import type { ComponentRecord, PipelineDocument, PipelineInput, PipelineOutput } from '../../src/model/document.ts';
import { addTask } from '../../src/model/edits/add-task.ts';
import type { ComponentKey, TaskId } from '../../src/model/ids.ts';
import { pipelineRecord } from '../../src/model/lookups.ts';
import { mapArgument, mapSettings } from '../../src/model/map-references.ts';
import type { TaskOptions } from '../../src/model/task-options.ts';
import { readForeignYamlExactly } from '../../src/yaml/read-foreign-yaml.ts';
import { pythonFloat } from '../../src/yaml/yaml-tree.ts';

/** The folder of the pipelines that the official SDK compiled. */
export const SDK_GOLDENS: string = join(import.meta.dirname, '..', 'fixtures', 'sdk-goldens');

/** One case of `cases.json`: a pipeline in neutral terms, with task names where the model has ids. */
export interface SdkCase {
  readonly case: string;
  readonly title: string;
  readonly pipeline: { readonly name: string; readonly displayName?: string; readonly description?: string };
  readonly inputs: readonly PipelineInput[];
  readonly outputs: readonly PipelineOutput[];
  readonly tasks: readonly {
    readonly name: string;
    readonly displayName?: string;
    readonly component: string;
    readonly arguments: { readonly [port: string]: Argument };
    readonly after?: readonly string[];
    readonly options?: TaskOptions;
  }[];
}

/** Every case, in the order of the file. */
export function readSdkCases(): readonly SdkCase[] {
  return JSON.parse(readFileSync(join(SDK_GOLDENS, 'cases.json'), 'utf8')) as readonly SdkCase[];
}

/** Draws a case: tasks in order, then what connects them. */
export function documentOfCase(sdkCase: SdkCase): PipelineDocument {
  let document = createDocument(sdkCase.pipeline);
  const ids = new Map<string, TaskId>();
  for (const task of sdkCase.tasks) {
    const { name, displayName } = task;
    const settings = displayName === undefined ? { name } : { name, displayName };
    const added = addTask(document, readComponent(task.component), settings);
    document = added.document;
    ids.set(task.name, added.task);
  }
  return connectAll(document, sdkCase, ids);
}

function connectAll(document: PipelineDocument, sdkCase: SdkCase, ids: ReadonlyMap<string, TaskId>): PipelineDocument {
  const byId = (reference: Reference): Reference => {
    return reference.kind === 'task-output' ? { ...reference, task: idOf(ids, reference.task) } : reference;
  };
  const tasks = new Map(document.tasks);
  for (const drawn of sdkCase.tasks) {
    const id = idOf(ids, drawn.name);
    const record = tasks.get(id);
    if (record === undefined) throw new Error(`no task ${drawn.name}`);
    const after = (drawn.after ?? []).map((name) => idOf(ids, name));
    const options = mapSettings(drawn.options ?? {}, byId);
    tasks.set(id, { ...record, arguments: argumentsOf(document, drawn, byId), after, options });
  }
  const pipeline = pipelineRecord(document, document.root);
  const outputs = sdkCase.outputs.map((output) => {
    return output.source === undefined ? output : { ...output, source: byId(output.source) };
  });
  return { ...document, tasks, pipelines: new Map([[pipeline.id, { ...pipeline, inputs: sdkCase.inputs, outputs }]]) };
}

function argumentsOf(
  document: PipelineDocument,
  drawn: SdkCase['tasks'][number],
  byId: (reference: Reference) => Reference,
): { readonly [port: string]: Argument } {
  const key = readComponent(drawn.component).key;
  const types = new Map(
    describeComponentRecord(document.components.get(key) as ComponentRecord)?.inputs.map(({ id, type }) => [id, type]),
  );
  const entries = Object.entries(drawn.arguments).map(([port, argument]) => {
    const type = types.get(port);
    const isFloat = type?.kind === 'parameter' && type.parameterType === 'NUMBER_DOUBLE';
    return [port, isFloat ? asFloat(argument, byId) : mapArgument(argument, byId)] as const;
  });
  return Object.fromEntries(entries) as { readonly [port: string]: Argument };
}

function asFloat(argument: Argument, byId: (reference: Reference) => Reference): Argument | undefined {
  if (argument.kind !== 'value' || typeof argument.value !== 'number') return mapArgument(argument, byId);
  return { kind: 'value', value: { ...pythonFloat(argument.value) } };
}

function idOf(ids: ReadonlyMap<string, TaskId>, name: string): TaskId {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`no task ${name}`);
  return id;
}

const components = new Map<string, ComponentRecord>();

function readComponent(file: string): ComponentRecord {
  const known = components.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(join(SDK_GOLDENS, 'components', file), 'utf8');
  const read = readForeignYamlExactly(text);
  if (!read.ok) throw new Error(`${file}: ${read.error.code}`);
  const spec = read.value.documents[0] ?? null;
  const placeholder: ComponentRecord = { key: '' as ComponentKey, spec };
  const name = describeComponentRecord(placeholder)?.name ?? 'component';
  const record = { key: componentKeyOf(name, digestOfText(text)), spec, origin: { path: `../components/${file}` } };
  components.set(file, record);
  return record;
}
