import type { ComponentSpec, TaskSpec } from '../../compile/kfp/ir.ts';
import { branchOrder } from './condition-chain.ts';
import type { IrIndex } from './ir-index.ts';

/** What a DAG is to the pipeline around it: `branch` is an If, Elif or Else inside `branches`, `if` one that is alone. */
export type GroupRole = 'loop' | 'exit-handler' | 'if' | 'branches' | 'branch';

type Tasks = { readonly [name: string]: TaskSpec };

/**
 * What a task is by its structure, never by its name; nothing for a task of the document, such as one that runs a
 * sub-pipeline. KFP SDK: `build_task_spec_for_group` writes no caching options, which sub-pipelines always have.
 */
export function roleOf(index: IrIndex, tasks: Tasks, name: string): GroupRole | undefined {
  const task = tasks[name];
  const component = task === undefined ? undefined : index.component(task.componentRef.name);
  if (task === undefined || component?.dag === undefined || task.cachingOptions !== undefined) return undefined;
  if (!hasChannelsOnly(component)) return undefined;
  const { condition } = task.triggerPolicy ?? {};
  if (task.parameterIterator !== undefined || task.artifactIterator !== undefined) {
    return condition === undefined ? 'loop' : undefined;
  }
  if (condition !== undefined) return 'if';
  if (isBranches(index, component)) return 'branches';
  return exitTaskOf(tasks, name) === undefined ? undefined : 'exit-handler';
}

/** KFP SDK: what a group takes in and gives out has names that begin so. */
function hasChannelsOnly({ inputDefinitions, outputDefinitions }: ComponentSpec): boolean {
  const sections = [
    inputDefinitions?.parameters,
    inputDefinitions?.artifacts,
    outputDefinitions?.parameters,
    outputDefinitions?.artifacts,
  ];
  return sections.every((ports) => Object.keys(ports ?? {}).every((name) => name.startsWith('pipelinechannel--')));
}

function isBranches(index: IrIndex, component: ComponentSpec): boolean {
  const inner = component.dag?.tasks ?? {};
  const all = Object.keys(inner).every((name) => {
    const branch = inner[name];
    return branch !== undefined && index.component(branch.componentRef.name)?.dag !== undefined;
  });
  return all && branchOrder(inner) !== undefined;
}

/** The task that runs when a group has ended, however it ended; one that is told how comes first. */
export function exitTaskOf(tasks: Tasks, group: string): string | undefined {
  const candidates = Object.keys(tasks).filter((name) => isExitTask(tasks[name], group));
  return candidates.find((name) => takesFinalStatus(tasks[name])) ?? candidates[0];
}

function isExitTask(task: TaskSpec | undefined, group: string): boolean {
  const upstream = task?.dependentTasks ?? [];
  const strategy = task?.triggerPolicy?.strategy;
  return strategy === 'ALL_UPSTREAM_TASKS_COMPLETED' && upstream.length === 1 && upstream[0] === group;
}

function takesFinalStatus(task: TaskSpec | undefined): boolean {
  return Object.values(task?.inputs?.parameters ?? {}).some((source) => source.taskFinalStatus !== undefined);
}
