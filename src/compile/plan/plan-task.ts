import { interfaceOfRecord } from '../../analysis/task-interface.ts';
import type { InputPort } from '../../catalog/component-description.ts';
import type { TaskRecord } from '../../model/document.ts';
import type { NodeId, PipelineId } from '../../model/ids.ts';
import { structValue } from '../kfp/struct-value.ts';
import { type Dependencies, dependenciesOf } from './dependent-tasks.ts';
import type { GroupLevel, Levels, TaskLevel } from './levels.ts';
import type { PlannedDag, PlannedTask, PlannedWork } from './plan.ts';
import { planContainer } from './plan-container.ts';
import { planGroup } from './plan-group.ts';
import { planImporter } from './plan-importer.ts';
import type { Scope } from './scope.ts';
import { surfacedOutputs } from './surfaced-outputs.ts';
import { createTaskInputs, type TaskInputs } from './task-inputs.ts';

/** How a document is planned. */
export interface PlanOptions {
  /** Writes the defaults of omitted optional inputs into the tasks. KFP SDK: leaves them out. */
  readonly writeDefaults?: boolean;
}

/** What is needed beside a pipeline's own records. */
export interface PlanContext {
  readonly options: PlanOptions;
  readonly planPipeline: (definition: PipelineId) => PlannedDag;
}

interface Planning extends PlanContext {
  readonly dependencies: Dependencies;
  /** The exit handler by its exit task. */
  readonly exitTasks: ReadonlyMap<NodeId, GroupLevel>;
}

/** Gives the function that plans everything that stands directly in a scope of a pipeline, in creation order. */
export function createTaskPlanner(pipeline: Scope, context: PlanContext): (scope: Scope) => readonly PlannedTask[] {
  const { levels } = pipeline;
  const dependencies = dependenciesOf(levels);
  const planning: Planning = { ...context, dependencies, exitTasks: exitTasksOf(levels) };
  const surfaced = surfacedOutputs(pipeline);
  const planTasks = (scope: Scope): readonly PlannedTask[] => {
    const inside = levels.inside.get(scope.level) ?? [];
    return inside.map((level) =>
      level.kind === 'task'
        ? planTask(scope, level, planning)
        : planGroup(scope, level, { surfaced, dependencies, planTasks }),
    );
  };
  return planTasks;
}

function exitTasksOf({ ofNode }: Levels): ReadonlyMap<NodeId, GroupLevel> {
  const found = new Map<NodeId, GroupLevel>();
  for (const level of ofNode.values()) {
    if (level.kind === 'exit-handler' && level.record.exitTask !== undefined) found.set(level.record.exitTask, level);
  }
  return found;
}

function planTask(scope: Scope, level: TaskLevel, planning: Planning): PlannedTask {
  const { record: task } = level;
  const inputs = createTaskInputs(scope);
  for (const [port, argument] of Object.entries(task.arguments)) inputs.addArgument(port, argument);
  const runs = planWork(scope, task, inputs, planning);
  const exitHandler = planning.exitTasks.get(task.id);
  const dependentTasks = exitHandler === undefined ? (planning.dependencies.get(level) ?? []) : [exitHandler.name];
  const { inputs: ports } = interfaceOfRecord(scope.document, task);
  addFinalStatus(ports, inputs, dependentTasks);
  if (planning.options.writeDefaults === true) addDefaults(ports, inputs);
  const { caching } = task.options;
  return {
    node: task.id,
    pipeline: scope.pipeline.id,
    name: task.name,
    ...(task.displayName === undefined || task.displayName === '' ? {} : { displayName: task.displayName }),
    inputs: inputs.planned,
    dependentTasks,
    ...(exitHandler === undefined ? {} : { exitTaskOf: exitHandler.name }),
    runsAnyway: exitHandler !== undefined || task.options.ignoreUpstreamFailure === true,
    options: task.options,
    ...(caching?.key === undefined ? {} : { cacheKey: inputs.settingText(caching.key).text }),
    runs,
  };
}

function planWork(scope: Scope, task: TaskRecord, inputs: TaskInputs, planning: Planning): PlannedWork {
  const { target } = task;
  switch (target.kind) {
    case 'component':
      return planContainer(scope.document, target.component, task.options, inputs);
    case 'pipeline':
      return { kind: 'dag', dag: planning.planPipeline(target.pipeline) };
    case 'importer':
      return { kind: 'importer', importer: planImporter(target, task, inputs) };
    case 'missing-pipeline':
      throw new Error(`Missing pipeline ${target.name} was not caught by analysis`);
  }
}

/** KFP SDK: an input of type PipelineTaskFinalStatus reports on the one task that is waited for. */
function addFinalStatus(ports: readonly InputPort[], inputs: TaskInputs, dependentTasks: readonly string[]): void {
  const [upstream] = dependentTasks;
  if (upstream === undefined) return;
  for (const { id, type } of ports) {
    const isStatus = type.kind === 'parameter' && type.parameterType === 'TASK_FINAL_STATUS';
    if (isStatus && !inputs.planned.parameters.has(id)) inputs.addFinalStatus(id, upstream);
  }
}

/** The defaults of optional inputs that nothing feeds, for servers that do not apply them. */
function addDefaults(ports: readonly InputPort[], inputs: TaskInputs): void {
  for (const port of ports) {
    if (port.type.kind !== 'parameter' || port.default === undefined) continue;
    if (!inputs.planned.parameters.has(port.id)) inputs.addConstant(port.id, structValue(port.default));
  }
}
