import type { PipelineSpec } from '../../compile/kfp/ir.ts';
import type { YamlTree } from '../../yaml/yaml-tree.ts';
import type { RunConclusion, TaskOutputs } from '../facts/run-fact.ts';
import type { RunReason } from '../run-state.ts';
import type { RunAction } from './run-action.ts';
import type { ScopeInstance, TaskInstance } from './task-instance.ts';

/** What the parts of the scheduler share. Private to `src/run/schedule`. */
export interface SchedulerContext {
  readonly spec: PipelineSpec;
  /** Kubernetes settings by executor label. */
  readonly platform: { readonly [label: string]: { readonly [field: string]: YamlTree } };
  readonly jobName: string;
  /** Tasks at one time. */
  readonly parallelism: number;
  /** Outputs of an earlier run that stand in for tasks, by task key. */
  readonly reuse: ReadonlyMap<string, { readonly runId: string; readonly outputs: TaskOutputs }>;
  /** Outputs of tasks that this very run has from before it was resumed, by task key. */
  readonly finished: ReadonlyMap<string, TaskOutputs>;
  /** The tries each task has had, also those of an earlier start of the run and of its DAG's earlier tries. */
  readonly attempts: Map<string, number>;
  readonly byKey: Map<string, TaskInstance>;
  /** Programs that are ready to start, first come first served. */
  readonly queue: TaskInstance[];
  /** DAGs that are ready to start: they take no room. */
  readonly dagQueue: TaskInstance[];
  /** Keys of started container tasks that have not ended. */
  readonly active: Set<string>;
  /** Tasks whose end has not been followed up yet. */
  readonly settled: TaskInstance[];
  settling: boolean;
  root: ScopeInstance | null;
  cancelling: boolean;
  ended: boolean;
  firstFailure: RunReason | null;
  actions: RunAction[];
}

/** Adds a conclusion to what the host must write down. */
export function conclude(context: SchedulerContext, fact: RunConclusion): void {
  context.actions.push({ type: 'record', fact });
}

/** Hands over the actions gathered so far. */
export function takeActions(context: SchedulerContext): readonly RunAction[] {
  const actions = context.actions;
  context.actions = [];
  return actions;
}
