import { portsOfPipeline } from '../../analysis/task-interface.ts';
import type { InputPort } from '../../catalog/component-description.ts';
import type { PipelineDocument, PipelineRecord, TaskRecord } from '../../model/document.ts';
import type { NodeId, PipelineId } from '../../model/ids.ts';
import { bodyRecord, pipelineRecord } from '../../model/lookups.ts';
import { dependentTasksOf } from './dependent-tasks.ts';
import type { PlannedDag, PlannedOutput, PlannedTask, PlannedWork } from './plan.ts';
import { planContainer } from './plan-container.ts';
import { planImporter } from './plan-importer.ts';
import { resolveBinding } from './resolve.ts';
import { createPipelineScope, type Scope } from './scope.ts';
import { createTaskInputs, type TaskInputs } from './task-inputs.ts';

/**
 * Plans a document that has no errors: components, scopes and references are resolved once, for every emitter. Each
 * pipeline is planned once, however often it is used.
 */
export function planDocument(document: PipelineDocument): PlannedDag {
  return planPipeline(document, document.root, new Map());
}

type PlannedPipelines = Map<PipelineId, PlannedDag>;

function planPipeline(document: PipelineDocument, id: PipelineId, planned: PlannedPipelines): PlannedDag {
  const known = planned.get(id);
  if (known !== undefined) return known;
  const pipeline = pipelineRecord(document, id);
  const scope = createPipelineScope(document, pipeline);
  const ports = portsOfPipeline(pipeline);
  const dag: PlannedDag = {
    inputs: inputsAsDeclared(pipeline, ports.inputs),
    outputs: ports.outputs.map((port) => planOutput(scope, port)),
    tasks: bodyRecord(document, scope.body).children.map((node) => planTask(scope, node, planned)),
  };
  planned.set(id, dag);
  return dag;
}

/** Old compilers did not mark inputs that have a default; a document made from their output keeps that. */
function inputsAsDeclared(pipeline: PipelineRecord, ports: readonly InputPort[]): readonly InputPort[] {
  const unmarked = new Set(pipeline.inputs.filter(({ optional }) => optional === false).map(({ name }) => name));
  return ports.map((port) => (unmarked.has(port.id) ? { ...port, optional: false } : port));
}

function planOutput(scope: Scope, port: PlannedOutput['port']): PlannedOutput {
  const source = scope.pipeline.outputs.find((output) => output.name === port.id)?.source;
  const binding = source === undefined ? undefined : resolveBinding(scope, source);
  if (binding?.kind !== 'task-output') throw new Error(`Output ${port.id} was not caught by analysis`);
  return { port, sources: [binding], isOneOf: false };
}

function planTask(scope: Scope, node: NodeId, planned: PlannedPipelines): PlannedTask {
  const task = scope.document.tasks.get(node as TaskRecord['id']);
  if (task === undefined) throw new Error(`Node ${node} was not caught by analysis`);
  const inputs = createTaskInputs(scope);
  for (const [port, argument] of Object.entries(task.arguments)) inputs.addArgument(port, argument);
  const runs = planWork(scope, task, inputs, planned);
  const dependentTasks = dependentTasksOf(scope.document, task);
  addFinalStatus(runs, inputs, dependentTasks);
  const { caching } = task.options;
  return {
    node,
    pipeline: scope.pipeline.id,
    name: task.name,
    ...(task.displayName === undefined || task.displayName === '' ? {} : { displayName: task.displayName }),
    inputs: inputs.planned,
    dependentTasks,
    runsAnyway: task.options.ignoreUpstreamFailure === true,
    options: task.options,
    ...(caching?.key === undefined ? {} : { cacheKey: inputs.settingText(caching.key).text }),
    runs,
  };
}

function planWork(scope: Scope, task: TaskRecord, inputs: TaskInputs, planned: PlannedPipelines): PlannedWork {
  const { target } = task;
  switch (target.kind) {
    case 'component':
      return planContainer(scope.document, target.component, task.options, inputs);
    case 'pipeline':
      return { kind: 'dag', dag: planPipeline(scope.document, target.pipeline, planned) };
    case 'importer':
      return { kind: 'importer', importer: planImporter(target, task, inputs) };
    case 'missing-pipeline':
      throw new Error(`Missing pipeline ${target.name} was not caught by analysis`);
  }
}

/** KFP SDK: an input of type PipelineTaskFinalStatus reports on the one task that is waited for. */
function addFinalStatus(runs: PlannedWork, inputs: TaskInputs, dependentTasks: readonly string[]): void {
  const [upstream] = dependentTasks;
  if (runs.kind !== 'container' || upstream === undefined) return;
  for (const { id, type } of runs.component.description.inputs) {
    if (type.kind === 'parameter' && type.parameterType === 'TASK_FINAL_STATUS') inputs.addFinalStatus(id, upstream);
  }
}
