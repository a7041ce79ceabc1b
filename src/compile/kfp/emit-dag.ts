import type { PlannedDag, PlannedTask } from '../plan/plan.ts';
import { embedGraph, embedPipeline } from './embed-pipeline.ts';
import { addUnderFreeKey, createEmission, type Emission, type EmittedPipeline } from './emission.ts';
import { emitDefinitions } from './emit-definitions.ts';
import { emitContainer, emitImporter } from './emit-executor.ts';
import { isGroupTask } from './emit-group.ts';
import { emitOutputs } from './emit-outputs.ts';
import { emitTask } from './emit-task.ts';
import type { ComponentSpec, Executor, TaskSpec } from './ir.ts';
import { portsOfComponent } from './ir-component-ports.ts';
import { localHintsOf } from './local-hints.ts';

/** Pipelines that were emitted: each is emitted once and put wherever it is used. */
export type EmittedPipelines = Map<PlannedDag, EmittedPipeline>;

/** Writes down a pipeline by itself. KFP SDK: `create_pipeline_spec`. */
export function emitPipelineDag(dag: PlannedDag, emitted: EmittedPipelines): EmittedPipeline {
  const known = emitted.get(dag);
  if (known !== undefined) return known;
  const emission = createEmission();
  const pipeline = { ...emission, root: emitDag(dag, emission, emitted) };
  emitted.set(dag, pipeline);
  return pipeline;
}

/**
 * Writes down a DAG and everything below it, and gives its component. Every task gets a component and an executor of its
 * own. Keys are given out in the SDK's order: groups, tasks, what is in the groups, and exit tasks at the very end.
 * KFP SDK: `build_spec_by_group`, `build_exit_handler_groups_recursively`.
 */
function emitDag(dag: PlannedDag, emission: Emission, emitted: EmittedPipelines): ComponentSpec {
  const tasks: { [name: string]: TaskSpec } = {};
  const emit = (task: PlannedTask): void => {
    tasks[task.name] = emitTask(task, addComponent(task.name, emitComponent(task, emission, emitted), emission));
  };
  const groups = dag.tasks.filter(isGroupTask);
  // Kept for the moment, so that the key is taken.
  const keys = groups.map((task) => addComponent(task.name, {}, emission));
  for (const task of dag.tasks) if (!isGroupTask(task) && task.exitTaskOf === undefined) emit(task);
  groups.forEach((task, index) => {
    const key = keys[index] ?? '';
    emission.components.entries[key] = emitDag(task.runs.group.dag, emission, emitted);
    tasks[task.name] = emitTask(task, key);
  });
  for (const task of dag.tasks) if (task.exitTaskOf !== undefined) emit(task);
  const outputs = emitOutputs(dag.outputs);
  const ports = dag.outputs.map((output) => output.port);
  return {
    dag: { ...(outputs === undefined ? {} : { outputs }), tasks },
    ...emitDefinitions(dag.inputs, ports, { descriptions: true }),
  };
}

/** The component of a task. */
function emitComponent(task: PlannedTask, emission: Emission, emitted: EmittedPipelines): ComponentSpec {
  const { runs } = task;
  switch (runs.kind) {
    case 'container': {
      const label = addExecutor(task.name, emitContainer(runs.container), emission);
      if (Object.keys(runs.container.kubernetes).length > 0) emission.platform[label] = runs.container.kubernetes;
      const hints = localHintsOf(runs.component);
      if (hints !== undefined) emission.hints[label] = hints;
      return { executorLabel: label, ...portsOfComponent(runs.component) };
    }
    case 'importer': {
      const { importer } = runs;
      const label = addExecutor(task.name, emitImporter(importer), emission);
      const output = { id: 'artifact', name: 'artifact', type: importer.target.artifactType };
      return { executorLabel: label, ...emitDefinitions(importer.inputs, [output], { descriptions: false }) };
    }
    case 'dag':
      return embedPipeline(emitPipelineDag(runs.dag, emitted), emission);
    case 'graph':
      return embedGraph(runs.spec, emission);
    case 'group':
      return emitDag(runs.group.dag, emission, emitted);
  }
}

function addExecutor(task: string, executor: Executor, emission: Emission): string {
  return addUnderFreeKey(emission.executors, `exec-${task}`, executor);
}

function addComponent(task: string, component: ComponentSpec, emission: Emission): string {
  return addUnderFreeKey(emission.components, `comp-${task}`, component);
}
