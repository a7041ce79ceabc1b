import { entryOf, isTreeList, isTreeMap, type TreeMap } from '../../catalog/tree.ts';
import type { PipelineDocument, PipelineInput, PipelineRecord } from '../../model/document.ts';
import type { PipelinePlatformSettings } from '../../model/kubernetes-settings.ts';
import { newBodyId, newPipelineId } from '../../model/new-ids.ts';
import type { ParameterType } from '../../model/port-type.ts';
import { failure, type Result, success } from '../../model/result.ts';
import { sanitiseTaskName } from '../../model/sanitise-names.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type { ImportedDocument, ImportNote } from '../import-result.ts';
import { type ArgoReading, noteLoss, type PipelineNames, typeOfSource, type Value } from './argo-reading.ts';
import { plainAfter } from './plain-after.ts';
import { readBody } from './read-body.ts';
import { constantOfText, portName, readOutputs } from './read-definition.ts';
import { jsonOf } from './read-marks.ts';
import { addPullSecrets, readPlatform } from './read-spec.ts';
import { mapOf, mapsOf, textOf } from './tree-fields.ts';

const KINDS: ReadonlySet<string> = new Set(['Workflow', 'WorkflowTemplate', 'ClusterWorkflowTemplate', 'CronWorkflow']);

/** Types are learnt from uses, and pass through sub-pipelines one level at a time. */
const MOST_PASSES = 8;

/**
 * Makes an editable document of an Argo Workflow, a template or a cron workflow, within what can be drawn; the rest is
 * noted. Fails with the reasons where the file holds no workflow that can be read.
 */
export function importArgo(documents: readonly YamlTree[]): Result<ImportedDocument, readonly ImportNote[]> {
  const resources = documents.filter((document) => KINDS.has(textOf(document, 'kind') ?? '')).filter(isTreeMap);
  const [resource] = resources;
  if (resource === undefined) return failure([{ code: 'argo-not-a-workflow', values: {} }]);
  const spec = specOf(resource, resources);
  const entry = entryTemplate(spec);
  if (entry === undefined) return failure([{ code: 'argo-no-entrypoint', values: {} }]);
  let types: ReadonlyMap<string, ParameterType> = new Map();
  for (let pass = 1; ; pass++) {
    const reading = createReading(resources, types);
    const document = readWorkflow(reading, { resource, spec, entry });
    const isSettled = [...reading.learned].every(([source, type]) => types.get(source) === type);
    if (isSettled || pass === MOST_PASSES) {
      if (document.tasks.size === 0) return failure([...reading.notKept, { code: 'argo-no-entrypoint', values: {} }]);
      if (resources.length > 1) noteLoss(reading, 'argo-more-workflows', { count: resources.length });
      return success({ document: plainAfter(document), notKept: reading.notKept });
    }
    types = new Map([...types, ...reading.learned]);
  }
}

/** A cron workflow has its workflow inside; a workflow may have its templates in another resource of the file. */
function specOf(resource: TreeMap, resources: readonly TreeMap[]): TreeMap {
  const spec = mapOf(resource, 'spec');
  const own = isTreeMap(entryOf(spec, 'workflowSpec')) ? mapOf(spec, 'workflowSpec') : spec;
  const wanted = textOf(mapOf(own, 'workflowTemplateRef'), 'name');
  const referred = resources.find(
    (other) => wanted !== undefined && textOf(mapOf(other, 'metadata'), 'name') === wanted,
  );
  return referred === undefined ? own : { ...mapOf(referred, 'spec'), ...own };
}

function entryTemplate(spec: TreeMap): TreeMap | undefined {
  const entrypoint = textOf(spec, 'entrypoint');
  return mapsOf(spec, 'templates').find((template) => textOf(template, 'name') === entrypoint);
}

function createReading(resources: readonly TreeMap[], types: ReadonlyMap<string, ParameterType>): ArgoReading {
  const templates = new Map<string, TreeMap>();
  for (const resource of resources) {
    const spec = mapOf(resource, 'spec');
    for (const template of [...mapsOf(spec, 'templates'), ...mapsOf(mapOf(spec, 'workflowSpec'), 'templates')]) {
      const name = textOf(template, 'name') ?? '';
      if (!templates.has(name)) templates.set(name, template);
    }
  }
  return {
    counter: { counter: 1 },
    pipelines: new Map(),
    bodies: new Map(),
    tasks: new Map(),
    groups: new Map(),
    components: new Map(),
    templates,
    definitions: new Map(),
    definitionNames: new Set(),
    open: [],
    types,
    learned: new Map(),
    notKept: [],
  };
}

interface Workflow {
  readonly resource: TreeMap;
  readonly spec: TreeMap;
  readonly entry: TreeMap;
}

function readWorkflow(reading: ArgoReading, workflow: Workflow): PipelineDocument {
  const { resource, spec } = workflow;
  const pipeline = newPipelineId(reading.counter);
  const body = newBodyId(reading.counter);
  const names: PipelineNames = { reading, pipeline, tasks: new Set(), groups: new Set(), groupCounter: 1 };
  const inputs = readRunParameters(reading, spec);
  const meanings = new Map<string, Value>();
  for (const { name, input } of inputs) {
    const { type } = input;
    if (type.kind !== 'parameter') continue;
    const value: Value = {
      argument: { kind: 'input', input: input.name },
      type: type.parameterType,
      source: `run/${name}`,
    };
    meanings.set(`workflow.parameters.${name}`, value);
    meanings.set(`inputs.parameters.${name}`, value);
  }
  const first = firstTemplate(workflow);
  const frame = readBody(names, body, first, meanings);
  const outputs = readOutputs(frame, textOf(first, 'name') ?? '', first);
  const platform: PipelinePlatformSettings | undefined = readPlatform(reading, resource, spec);
  const { name, description } = describeWorkflow(resource);
  const record: PipelineRecord = {
    id: pipeline,
    name,
    ...(description === undefined ? {} : { description }),
    inputs: inputs.map(({ input }) => input),
    outputs: outputs.map(({ output }) => output),
    body,
    ...(platform === undefined ? {} : { platform }),
    groupCounter: names.groupCounter,
  };
  reading.bodies.set(body, { id: body, owner: { kind: 'pipeline', pipeline }, children: frame.children });
  reading.pipelines.set(pipeline, record);
  addPullSecrets(reading, spec);
  const { counter, pipelines, bodies, tasks, groups, components } = reading;
  const empty = { notes: new Map(), layout: new Map(), missing: new Map() };
  return { counter: counter.counter, root: pipeline, pipelines, bodies, tasks, groups, components, ...empty };
}

/** What runs first: the entrypoint's tasks, inside an exit handler where the workflow has one. */
function firstTemplate({ spec, entry }: Workflow): TreeMap {
  const onExit = textOf(spec, 'onExit');
  const isBody = isTreeMap(entryOf(entry, 'dag')) || isTreeList(entryOf(entry, 'steps'));
  const name = textOf(entry, 'name') ?? '';
  if (isBody && onExit === undefined) return entry;
  const tasks = mapsOf(entryOf(entry, 'dag'), 'tasks');
  const [only] = tasks;
  const isHandler = tasks.length === 1 && only !== undefined && /^exit-handler-\d+$/.test(textOf(only, 'name') ?? '');
  if (isHandler && onExit !== undefined) return { ...entry, dag: { tasks: [{ ...only, onExit }] } };
  const parameters = mapsOf(mapOf(entry, 'inputs'), 'parameters').map((parameter) => {
    const input = textOf(parameter, 'name') ?? '';
    return { name: input, value: `{{workflow.parameters.${input}}}` };
  });
  const call = { template: name, ...(parameters.length === 0 ? {} : { arguments: { parameters } }) };
  const exit = onExit === undefined ? {} : { onExit };
  return { dag: { tasks: [{ name: onExit === undefined ? name : 'exit-handler-1', ...call, ...exit }] } };
}

interface RunParameter {
  readonly name: string;
  readonly input: PipelineInput;
}

function readRunParameters(reading: ArgoReading, spec: TreeMap): readonly RunParameter[] {
  const taken = new Set<string>();
  const args = mapOf(spec, 'arguments');
  for (const artifact of mapsOf(args, 'artifacts')) {
    noteLoss(reading, 'argo-argument-not-read', {
      name: textOf(artifact, 'name') ?? '',
      task: textOf(spec, 'entrypoint') ?? '',
    });
  }
  return mapsOf(args, 'parameters').map((parameter) => {
    const name = textOf(parameter, 'name') ?? '';
    const parameterType = typeOfSource(reading, `run/${name}`);
    const value = textOf(parameter, 'value') ?? textOf(parameter, 'default');
    const description = textOf(parameter, 'description');
    const input: PipelineInput = {
      name: portName(name, taken),
      type: { kind: 'parameter', parameterType },
      ...(value === undefined ? {} : { default: constantOfText(value, parameterType) }),
      ...(description === undefined ? {} : { description }),
    };
    return { name, input };
  });
}

/** The name, and the description that the KFP v1 compiler writes beside it. */
function describeWorkflow(resource: TreeMap): { readonly name: string; readonly description?: string } {
  const metadata = mapOf(resource, 'metadata');
  const given = textOf(metadata, 'name') ?? textOf(metadata, 'generateName') ?? '';
  const annotations = mapOf(metadata, 'annotations');
  const spec = jsonOf(textOf(annotations, 'pipelines.kubeflow.org/pipeline_spec') ?? '');
  const description = textOf(spec, 'description') ?? textOf(annotations, 'workflows.argoproj.io/description');
  return {
    name: sanitiseTaskName(given).slice(0, 128) || 'workflow',
    ...(description === undefined ? {} : { description }),
  };
}
