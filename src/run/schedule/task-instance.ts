import type { ComponentSpec, PipelineSpec, TaskSpec } from '../../compile/kfp/ir.ts';
import type { TaskOutputs } from '../facts/run-fact.ts';
import type { TaskInputs } from './run-action.ts';

export type InstancePhase =
  | 'pending'
  | 'queued'
  | 'running'
  | 'waiting'
  | 'succeeded'
  | 'failed'
  | 'skipped'
  | 'cancelled';

/** One execution of one DAG: the root, a nested pipeline, a branch, or one iteration of a loop. */
export interface ScopeInstance {
  /** Empty for the root, else the key of the task instance it belongs to, with its iteration. */
  readonly key: string;
  readonly irPath: string;
  readonly component: ComponentSpec;
  readonly inputs: TaskInputs;
  readonly owner: TaskInstance | null;
  readonly tasks: Map<string, TaskInstance>;
  /** How many task instances have not ended. */
  open: number;
  /** A task of it failed: nothing new starts but tasks that wait for completion only. */
  failing: boolean;
}

/** One task in one scope instance. Mutable: it lives inside the scheduler only. */
export interface TaskInstance {
  readonly key: string;
  readonly irPath: string;
  readonly name: string;
  readonly spec: TaskSpec;
  readonly component: ComponentSpec;
  readonly scope: ScopeInstance;
  readonly downstream: TaskInstance[];
  waitingFor: number;
  /** An upstream task failed, was cancelled or never ran. */
  heldBack: boolean;
  phase: InstancePhase;
  /** The number of its try over the whole run. */
  attempt: number;
  /** Tries since it became ready; its retry policy counts these. */
  tries: number;
  /** The condition did not hold; unlike other skips this does not hold its dependents back. */
  conditionFalse: boolean;
  outputs: TaskOutputs;
  /** Loops: the scopes of their iterations, in order. Other DAG tasks: one scope. */
  children: ScopeInstance[];
  /** How many of its scopes were started, and how many of these have not ended. */
  startedChildren: number;
  openChildren: number;
}

export const NO_OUTPUTS: TaskOutputs = { parameters: {}, artifacts: {} };

/** True when the instance will not change any more. */
export function hasEnded(task: TaskInstance): boolean {
  return (
    task.phase === 'succeeded' || task.phase === 'failed' || task.phase === 'skipped' || task.phase === 'cancelled'
  );
}

/** Makes the instances of a DAG's tasks with their upstream counts. Producers that are not in the DAG are ignored here. */
export function createScope(
  spec: PipelineSpec,
  component: ComponentSpec,
  place: { readonly key: string; readonly irPath: string; readonly owner: TaskInstance | null },
  inputs: TaskInputs,
): ScopeInstance {
  const scope: ScopeInstance = { ...place, component, inputs, tasks: new Map(), open: 0, failing: false };
  for (const [name, task] of Object.entries(component.dag?.tasks ?? {})) {
    scope.tasks.set(name, createInstance(spec, scope, name, task));
  }
  for (const task of scope.tasks.values()) linkUpstream(scope, task);
  scope.open = scope.tasks.size;
  return scope;
}

function createInstance(spec: PipelineSpec, scope: ScopeInstance, name: string, task: TaskSpec): TaskInstance {
  const component = spec.components[task.componentRef.name];
  if (component === undefined) throw new Error(`component ${task.componentRef.name} is not in the pipeline`);
  return {
    key: joinPath(scope.key, name),
    irPath: joinPath(scope.irPath, name),
    name,
    spec: task,
    component,
    scope,
    downstream: [],
    waitingFor: 0,
    heldBack: false,
    phase: 'pending',
    attempt: 0,
    tries: 0,
    conditionFalse: false,
    outputs: NO_OUTPUTS,
    children: [],
    startedChildren: 0,
    openChildren: 0,
  };
}

function linkUpstream(scope: ScopeInstance, task: TaskInstance): void {
  for (const name of upstreamNames(task.spec)) {
    const upstream = scope.tasks.get(name);
    if (upstream === undefined) continue;
    upstream.downstream.push(task);
    task.waitingFor += 1;
  }
}

/** The siblings a task waits for: its dependencies and the producers of its inputs. */
export function upstreamNames(task: TaskSpec): ReadonlySet<string> {
  const names = new Set(task.dependentTasks ?? []);
  for (const input of Object.values(task.inputs?.parameters ?? {})) {
    const producer = input.taskOutputParameter?.producerTask ?? input.taskFinalStatus?.producerTask;
    if (producer !== undefined) names.add(producer);
  }
  for (const input of Object.values(task.inputs?.artifacts ?? {})) {
    if (input.taskOutputArtifact !== undefined) names.add(input.taskOutputArtifact.producerTask);
  }
  return names;
}

function joinPath(parent: string, name: string): string {
  return parent === '' ? name : `${parent}/${name}`;
}
